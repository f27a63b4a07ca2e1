import { expect, test } from 'vitest';
import { categories } from '#db/seed/brands.ts';
import { translations } from '#db/seed/translations.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { recordKey } from '#shared/domain/catalog/feed.ts';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import { recordsOf, seedRecords } from './seed.ts';

const languages = Object.keys(translations).sort();

interface Found {
  readonly where: string;
  readonly text: LocalizedText;
}

function isText(value: object): value is LocalizedText {
  return 'en' in value && typeof value.en === 'string';
}

/** Every text of a record, with the members that lead to it; of lists the ids. */
function* textsOf(value: unknown, where: string): Generator<Found> {
  if (value === null || typeof value !== 'object') return;
  if (isText(value)) {
    yield { where, text: value };
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    const step = Array.isArray(value) ? (idOf(member) ?? key) : key;
    yield* textsOf(member, `${where}.${step}`);
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
}

const found = seedRecords.flatMap((record: CatalogRecord) => [
  ...textsOf(record, `${record.kind} ${recordKey(record)}`),
]);

/** What is the same in every language, and only that. */
const asPrinted = [
  // Stock behind the counter: no shopper reads it.
  /^product CMP-\S+\.name$/,
  // Names of shades, scents and books stand on them as they are.
  /^template (foundation|lipstick|nail-polish)\.groups\.shade\.options\..+\.name$/,
  /^product NO-(ORANGERIE|PALEROSE|INKWOOD|LAMPLIGHT|SEAHOLLY)\.name$/,
  /^product AF-BOOK-(SHADE|NOSE)\.name$/,
  // A percent sign.
  /^template serum\.groups\.(retinol|hydration)\.unit$/,
];

test('every text that a shopper reads is there in every language, and nothing else is', () => {
  const isAsPrinted = ({ where }: Found) => asPrinted.some((place) => place.test(where));
  const lacking = found
    .filter((one) => !isAsPrinted(one))
    .filter(({ text }) => Object.keys(text).sort().join() !== [...languages, 'en'].sort().join());
  expect(lacking.map(({ where, text }) => `${where}: ${text.en}`)).toEqual([]);
  expect(found.filter(isAsPrinted).filter(({ text }) => Object.keys(text).length > 1)).toEqual([]);
});

test.each(languages)('%s has no text that the store does not have', (language) => {
  const written = new Set(found.map(({ text }) => text.en));
  const leftOver = Object.keys(translations[language] ?? {}).filter((text) => {
    const pattern = new RegExp(
      `^${text
        .split(/\{\w+\}/)
        .map(literal)
        .join('.+')}$`,
    );
    return !written.has(text) && ![...written].some((english) => pattern.test(english));
  });
  expect(leftOver).toEqual([]);
});

test.each(languages)(
  '%s has something to read everywhere, and each value in its place',
  (language) => {
    const values = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    const faults = Object.entries(translations[language] ?? {}).filter(
      ([text, translation]) =>
        translation.trim() !== translation ||
        translation === '' ||
        values(text).join() !== values(translation).join(),
    );
    expect(faults).toEqual([]);
  },
);

test('what is in a text is in its translations: amounts, and the names of our lines', () => {
  const facts = (text: string) => text.match(/\d+(?:[.,]\d+)?(?= ?%| ?€| ?ml)|(?<=€)\d+/gu) ?? [];
  const off = Object.entries(translations).flatMap(([language, texts]) =>
    Object.entries(texts)
      .filter(([text, translation]) =>
        facts(text).some(
          (fact) => !translation.includes(fact) && !translation.includes(fact.replace('.', ',')),
        ),
      )
      .map(([text]) => `${language}: ${text}`),
  );
  expect(off).toEqual([]);
});

test('each store names every category of its shelves in every language', () => {
  const shown = Object.values(categories)
    .filter((name) => name !== categories.components)
    .sort();
  for (const store of recordsOf('store')) {
    expect(Object.keys(store.categoryNames ?? {}).sort()).toEqual(shown);
  }
});
