import { readdirSync, readFileSync } from 'node:fs';
import { Compile } from 'typebox/schema';
import { expect, test } from 'vitest';
import { catalogSchemas } from '../../../scripts/catalog-schemas.ts';

const docs = new URL('../../../docs/', import.meta.url);

function schema(name: string): { Check(value: unknown): boolean } {
  return Compile(JSON.parse(readFileSync(new URL(`schemas/${name}`, docs), 'utf8')));
}

/** The first example of a language in the feed's document. */
function example(language: string): string {
  const text = readFileSync(new URL('catalog-feed.md', docs), 'utf8');
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(text)?.[1] ?? '';
}

test('CAT-5 docs/schemas is what the types say (node scripts/write-schemas.ts writes it)', () => {
  const written = readdirSync(new URL('schemas/', docs)).filter((name) =>
    name.startsWith('catalog-'),
  );
  expect(written.sort()).toEqual([...catalogSchemas().keys()].sort());
  for (const [name, text] of catalogSchemas()) {
    expect(readFileSync(new URL(`schemas/${name}`, docs), 'utf8'), name).toBe(text);
  }
});

test('CAT-5 the documented examples match the published schemas', () => {
  const line = schema('catalog-feed-line.schema.json');
  const lines = example('ndjson').trim().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const text of lines) expect(line.Check(JSON.parse(text)), text).toBe(true);
  const [header, ...records] = lines.map((text) => JSON.parse(text));
  const feed = schema('catalog-feed.schema.json');
  expect(feed.Check({ ...header, records })).toBe(true);
  expect(feed.Check({ ...header, records: [{ kind: 'product' }] })).toBe(false);
  expect(schema('catalog-mapping.schema.json').Check(JSON.parse(example('json')))).toBe(true);
});

test('CAT-5 a rule with nested conditions can be checked with the published schema', () => {
  const line = schema('catalog-feed-line.schema.json');
  const rule = (op: string) => ({
    kind: 'rule',
    id: 'r',
    template: 't',
    when: { kind: 'not', of: { kind: 'amount', group: 'g', op, value: 1 } },
    action: { kind: 'warn' },
    message: { en: 'x' },
  });
  expect(line.Check(rule('ge'))).toBe(true);
  expect(line.Check(rule('more'))).toBe(false);
});
