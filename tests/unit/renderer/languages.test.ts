import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pseudoTexts } from '../../../src/renderer/i18n/pseudo.ts';

const folder = join(import.meta.dirname, '../../../src/renderer/i18n');
const languages = globSync('*.json', { cwd: folder }).map((file) => basename(file, '.json'));
const plural = /_(zero|one|two|few|many|other)$/;

type Flat = ReadonlyMap<string, string>;

function flat(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([name, child]) =>
    flat(child, path === '' ? name : `${path}.${name}`),
  );
}

function textsOf(language: string): Flat {
  return new Map(flat(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))));
}

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\{[^}]*\}\}/g) ?? []).toSorted();
}

const english = textsOf('en');
const keys = new Set([...english.keys()].map((key) => key.replace(plural, '')));
const counted = new Set(
  [...english.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')),
);

test('UIX-55 the languages are English, German, French, Spanish, Arabic and Japanese', () => {
  expect(languages.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja']);
});

describe.each(languages)('UIX-55 %s', (language) => {
  const texts = textsOf(language);

  test('has every text, and no other', () => {
    const own = new Set([...texts.keys()].map((key) => key.replace(plural, '')));
    expect([...own].filter((key) => !keys.has(key))).toEqual([]);
    expect([...keys].filter((key) => !own.has(key))).toEqual([]);
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('counts as its grammar does', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const key of counted) {
      const forms = [...texts.keys()].filter((one) => one.replace(plural, '') === key);
      // Whatever the grammar, nothing at all may be said in words of its own.
      const needed = forms.filter((form) => !form.endsWith('_zero') || language === 'ar');
      expect(needed.toSorted()).toEqual(
        pluralCategories.map((form) => `${key}_${form}`).toSorted(),
      );
    }
  });

  test('names what the English names', () => {
    for (const [key, text] of texts) {
      const of = english.get(key) ?? english.get(key.replace(plural, '_other'));
      // None, one and two may go without their number.
      const isFew = /_(zero|one|two)$/.test(key);
      const named = (one: string) =>
        placeholders(one).filter((name) => !isFew || !['{{count}}', '{{shown}}'].includes(name));
      const wanted = named(of ?? '');
      const own = named(text);
      expect({ key, names: own }).toEqual({ key, names: wanted });
    }
  });
});

test('UIX-55 the page that stands in for a renderer that fell speaks all of them', () => {
  const page = readFileSync(join(folder, '../pause.html'), 'utf8');
  const spoken = [...page.matchAll(/ lang="(\w+)"/g)].map(([, language]) => language);
  expect(spoken.toSorted()).toEqual(languages.toSorted());
});

test('UIX-55 the pseudo-locale is two fifths longer, and keeps what is filled in', () => {
  const pseudo = new Map(
    flat(pseudoTexts(JSON.parse(JSON.stringify({ a: { b: 'Bag of {{count}}' } })))),
  );
  expect(pseudo.get('a.b')).toBe('[Båg öf {{count}} lor]'.replace('å', 'á'));
});
