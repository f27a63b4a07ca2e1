import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { textIn } from '#shared/domain/catalog/primitives.ts';

const languages = ['en', 'de', 'fr', 'es', 'ar', 'ja'] as const;
export type Language = (typeof languages)[number];

/** The test command speaks a language a journey, so that it stays short and hears all of them. */
export function spoken(turn: number): readonly Language[] {
  if (process.env.BLENDBAR_E2E !== 'share') return languages;
  return languages.filter((_, index) => index === turn % languages.length);
}

/** What the kiosk says in a language, from the very files that it speaks from. */
export interface Words {
  readonly language: Language;
  /** A text as it stands on the screen; a pattern where it holds amounts, names or a count. */
  say(key: string): string | RegExp;
  /** What the demo store says in English, as it says it in this language. */
  store(english: string): RegExp;
  /** What a product is called. */
  product(sku: string): RegExp;
}

interface Texts {
  readonly [name: string]: string | Texts;
}

const folder = join(import.meta.dirname, '../../../src/renderer/i18n');
const gap = /\\{\\{\w+\\}\\}/g;

export function wordsOf(language: Language): Words {
  const texts: Texts = JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));
  return {
    language,
    say(key) {
      const text = find(texts, key);
      return text.includes('{{') ? new RegExp(escaped(text).replace(gap, '.*')) : text;
    },
    store(english) {
      const text = language === 'en' ? english : storeTexts(language)[english];
      if (text === undefined) throw new Error(`The demo store does not say “${english}”`);
      return new RegExp(escaped(text));
    },
    product(sku) {
      const record = demoStoreFeed().records.find(
        (one) => one.kind === 'product' && one.sku === sku,
      );
      if (record?.kind !== 'product') throw new Error(`The demo store has no product ${sku}`);
      return new RegExp(escaped(textIn(record.name, language)));
    },
  };
}

function storeTexts(language: Language): Readonly<Record<string, string | undefined>> {
  const file = join(import.meta.dirname, `../../../db/seed/texts/${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function find(texts: Texts, key: string): string {
  const names = key.split('.');
  const last = names.pop() ?? '';
  let node: string | Texts | undefined = texts;
  for (const name of names) node = typeof node === 'object' ? node[name] : undefined;
  // Of a text that counts, the form for many.
  const text = typeof node === 'object' ? (node[last] ?? node[`${last}_other`]) : undefined;
  if (typeof text !== 'string') throw new Error(`There is no text ${key}`);
  return text;
}

/** Blanks that hold words together are blanks to whoever hears them. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');
}
