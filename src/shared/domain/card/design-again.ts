import type { LocalizedText } from '../catalog/primitives.ts';
import type { OptionGroup, TemplateRecord } from '../catalog/template.ts';
import type { Design, Selection } from '../customization/design.ts';

/** What of a kept design can still be chosen. */
export interface DesignAgain {
  readonly design: Design;
  /** Groups of which a choice is not offered any more. */
  readonly gone: readonly LocalizedText[];
  /** How many choices were made in groups that are not there any more: nobody knows their names. */
  readonly goneGroups: number;
  /** Groups whose text has to be typed again, in template order. */
  readonly toType: readonly { readonly id: string; readonly name: LocalizedText }[];
}

/**
 * A kept design as a beginning in today's template, which may be a later one, or another: what is still
 * offered is kept. Whether it goes together is for the rules to say. CRD-32
 */
export function designAgain(
  template: TemplateRecord,
  kept: Design,
  leftOut: readonly string[],
): DesignAgain {
  const groups = new Map(template.groups.map((group) => [group.id, group]));
  const gone: LocalizedText[] = [];
  const selections: [string, Selection][] = [];
  const typed = new Set(leftOut);
  let goneGroups = 0;
  for (const [id, selection] of Object.entries(kept.selections)) {
    const group = groups.get(id);
    if (group === undefined) {
      goneGroups += 1;
      continue;
    }
    if (group.type === 'text') {
      typed.add(id);
      continue;
    }
    const still = stillOffered(group, selection);
    if (still.selection !== null) selections.push([id, still.selection]);
    if (!still.whole) gone.push(group.name);
  }
  return {
    design: { template: template.id, selections: Object.fromEntries(selections) },
    gone,
    goneGroups,
    toType: template.groups
      .filter(({ id, type }) => type === 'text' && typed.has(id))
      .map(({ id, name }) => ({ id, name })),
  };
}

interface Still {
  readonly selection: Selection | null;
  readonly whole: boolean;
}

const nothing: Still = { selection: null, whole: false };

function stillOffered(group: Exclude<OptionGroup, { type: 'text' }>, selection: Selection): Still {
  if (group.type === 'amount') {
    const { min, max, step } = group;
    const fits =
      typeof selection === 'number' &&
      selection >= min &&
      selection <= max &&
      (selection - min) % step === 0;
    return fits ? { selection, whole: true } : nothing;
  }
  const offered = new Set(group.options.map(({ id }) => id));
  if (group.type !== 'multi') {
    const isOffered = typeof selection === 'string' && offered.has(selection);
    return isOffered ? { selection, whole: true } : nothing;
  }
  if (!Array.isArray(selection)) return nothing;
  const different = [...new Set(selection)];
  const still = different.filter((id) => offered.has(id)).slice(0, group.max);
  const whole = still.length === different.length;
  return still.length === 0 ? { selection: null, whole } : { selection: still, whole };
}
