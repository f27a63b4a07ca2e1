import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { chosenOptionIds, optionIn, type Selections } from '../../lib/selections.ts';
import type { Look, Vessel } from './look.ts';

const vesselWords: readonly Vessel[] = [
  'bottle',
  'dropper',
  'pump',
  'tube',
  'jar',
  'lipstick',
  'compact',
  'flacon',
  'polish',
  'stick',
  'palette',
  'box',
];

/**
 * The drawing of a design: each group with an `artRole` changes its part of the product's drawing.
 * A `vessel` group's options name their vessel in their id (`jar`, `glass-dropper`).
 */
export function lookOfDesign(base: Look, template: TemplateRecord, selections: Selections): Look {
  let look = base;
  for (const group of template.groups) {
    const selection = selections[group.id];
    if (group.artRole === undefined || selection === undefined) continue;
    if (group.type === 'text') {
      if (group.artRole === 'engraving' && typeof selection === 'string') {
        look = { ...look, engraving: selection };
      }
      continue;
    }
    const [first] = chosenOptionIds(selection);
    const option = first === undefined ? undefined : optionIn(group, first);
    if (option === undefined) continue;
    switch (group.artRole) {
      case 'color':
        if (option.color !== undefined) look = { ...look, color: option.color };
        if (option.finish !== undefined) look = { ...look, finish: option.finish };
        break;
      case 'accent':
        if (option.color !== undefined) look = { ...look, accent: option.color };
        break;
      case 'cap':
        if (option.color !== undefined) look = { ...look, cap: option.color };
        break;
      case 'finish':
        if (option.finish !== undefined) look = { ...look, finish: option.finish };
        break;
      case 'vessel': {
        const vessel = vesselWords.find((word) => option.id.split(/[-_.]/).includes(word));
        if (vessel !== undefined) look = { ...look, vessel };
        break;
      }
      case 'engraving':
        break;
    }
  }
  return look;
}
