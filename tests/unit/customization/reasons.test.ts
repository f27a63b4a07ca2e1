import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reasonKeys } from '#shared/domain/customization/reasons.ts';

const spec = readFileSync('docs/specs/customization.md', 'utf8');
const words: unknown = JSON.parse(readFileSync('src/renderer/i18n/en.json', 'utf8'));

test.each(Object.values(reasonKeys))('CUS-32 %s is specified and has its English words', (key) => {
  const row = spec.split('\n').find((line) => line.includes(`\`${key}\``)) ?? '';
  expect(row).toMatch(/^\| /);
  const text = key.split('.').reduce<unknown>((inner, part) => Object(inner)[part], words);
  expect(text).toEqual(expect.any(String));
  const used = [...String(text).matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
  const given = [...(row.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(given).toEqual(expect.arrayContaining(used));
});
