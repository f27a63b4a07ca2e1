import type { OptionGroup, TemplateRecord } from '../catalog/template.ts';
import type { Design } from './design.ts';
import { graphemeLength } from './text-rules.ts';

type TextGroup = Extract<OptionGroup, { readonly type: 'text' }>;

/** A design without what was typed into it, and what its price still needs to know of that. */
export interface UntypedDesign {
  readonly design: Design;
  /**
   * By group, of each text that was left out and that has a price: its length in grapheme clusters, which
   * is what the price counts (PRC-22).
   */
  readonly textLengths: Readonly<Record<string, number>>;
}

/** Takes typed texts out of a design: an engraving is often a name. SAL-35, API-44. */
export function withoutTypedTexts(template: TemplateRecord, design: Design): UntypedDesign {
  const typed = new Map(textGroups(template).map((group) => [group.id, group]));
  const kept: [string, Design['selections'][string]][] = [];
  const lengths: [string, number][] = [];
  for (const [group, selection] of Object.entries(design.selections)) {
    const text = typed.get(group);
    if (text === undefined) kept.push([group, selection]);
    else if (typeof selection === 'string' && text.price !== undefined) {
      lengths.push([group, graphemeLength(selection)]);
    }
  }
  return {
    design: { template: design.template, selections: Object.fromEntries(kept) },
    textLengths: Object.fromEntries(lengths),
  };
}

/** A design as it may be kept: without typed texts, whose groups are named. API-44, CRD-3 */
export function designToKeep(
  template: TemplateRecord,
  design: Design,
): { readonly design: Design; readonly leftOut: string[] } {
  const texts = textGroups(template).map(({ id }) => id);
  return {
    design: withoutTypedTexts(template, design).design,
    leftOut: texts.filter((id) => design.selections[id] !== undefined),
  };
}

/**
 * A design that is priced as the one whose texts were left out: each text is as long, and says nothing.
 * Only good for prices, which count characters (PRC-22).
 */
export function withTextsOfLength(
  design: Design,
  textLengths: Readonly<Record<string, number>>,
): Design {
  const texts = Object.entries(textLengths).map(([group, length]) => [group, 'x'.repeat(length)]);
  return { ...design, selections: { ...design.selections, ...Object.fromEntries(texts) } };
}

/** The groups of a template that take a typed text. */
export function textGroups({ groups }: TemplateRecord): readonly TextGroup[] {
  return groups.filter((group) => group.type === 'text');
}
