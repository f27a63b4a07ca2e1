import { amountText } from '../catalog/amount-text.ts';
import { listNames } from '../catalog/list-names.ts';
import type { LocalizedText } from '../catalog/primitives.ts';
import { textIn } from '../catalog/primitives.ts';
import type { OptionGroup, TemplateRecord } from '../catalog/template.ts';
import type { Design, Selection } from './design.ts';

/** One group of a design in words. */
export interface DescribedChoice {
  readonly group: LocalizedText;
  readonly value: LocalizedText;
}

/**
 * A design in words, in template order, in every language that its names have; groups without a
 * choice, and choices that the template does not know, are left out.
 */
export function describeDesign(
  template: TemplateRecord,
  design: Design,
): readonly DescribedChoice[] {
  return template.groups.flatMap((group) => {
    const selection = design.selections[group.id];
    const value = selection === undefined ? null : describeSelection(group, selection);
    return value === null ? [] : [{ group: group.name, value }];
  });
}

function describeSelection(group: OptionGroup, selection: Selection): LocalizedText | null {
  if (group.type === 'text') {
    return typeof selection === 'string' && selection !== '' ? { en: selection } : null;
  }
  if (group.type === 'amount') {
    if (typeof selection !== 'number') return null;
    return inLanguagesOf([group.unit], (locale) => amountText(group, selection, locale));
  }
  const ids = Array.isArray(selection) ? selection : [selection];
  const names = group.options.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length === 0
    ? null
    : inLanguagesOf(names, (locale) =>
        listNames(
          names.map((name) => textIn(name, locale)),
          locale,
        ),
      );
}

/** What `inLocale` says in each language that any of the texts has. */
function inLanguagesOf(
  texts: readonly LocalizedText[],
  inLocale: (locale: string) => string,
): LocalizedText {
  const locales = new Set(texts.flatMap((text) => Object.keys(text)));
  locales.delete('en');
  const joined: LocalizedText = { en: inLocale('en') };
  const others = Object.fromEntries(
    [...locales].sort().map((locale) => [locale, inLocale(locale)]),
  );
  return Object.assign(joined, others);
}
