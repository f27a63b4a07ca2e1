/// <reference types="vite/client" />
import { isRightToLeft } from '#shared/domain/receipt/direction.ts';
import type { Texts } from './texts.ts';

// One file of texts is one language; a script that the bundled fonts lack has a file of its own too.
const texts = import.meta.glob<Texts>('./*.json', { import: 'default' });
const fonts = import.meta.glob('./fonts/*.css');

/** For tests alone: who adds `?pseudo` to the address can choose it. */
const pseudo = 'en-XA';
const withPseudo = new URLSearchParams(globalThis.location?.search).has('pseudo');

/** BCP 47 tags of what a shopper can choose, English first, the others by their own names. */
export const languages: readonly string[] = [
  ...Object.keys(texts).map((file) => file.replace(/^\.\/(.+)\.json$/, '$1')),
  ...(withPseudo ? [pseudo] : []),
].sort((a, b) => Number(b === 'en') - Number(a === 'en') || nameOf(a).localeCompare(nameOf(b)));

/** A language in its own words, e.g. “Deutsch”. */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}

/** The language of ours that is spoken where `locale` is the shop's own; English when there is none. */
export function languageFor(locale: string): string {
  const [language = ''] = locale.split('-', 1);
  return languages.includes(language) ? language : 'en';
}

/** Its texts, and the font that its script needs. */
export async function loadLanguage(language: string): Promise<Texts> {
  if (language === pseudo) {
    const [{ pseudoTexts }, english] = await Promise.all([
      import('./pseudo.ts'),
      loadLanguage('en'),
    ]);
    return pseudoTexts(english);
  }
  const load = texts[`./${language}.json`];
  if (load === undefined) throw new RangeError(`There are no texts in ${language}`);
  const [loaded] = await Promise.all([load(), fonts[`./fonts/${language}.css`]?.()]);
  return loaded;
}

/** How the language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return isRightToLeft(language) ? 'rtl' : 'ltr';
}
