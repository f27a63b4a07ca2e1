import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { type LocalizedText, textIn } from '#shared/domain/catalog/primitives.ts';
import type { GroupPrice, OptionGroup } from '#shared/domain/catalog/template.ts';
import { formatMoney } from '#shared/domain/money/format.ts';
import texts from '../../../src/renderer/i18n/en.json' with { type: 'json' };
import { groupPriceWords } from '../../../src/renderer/screens/customizer/price-words.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: { translation: texts } },
    interpolation: { escapeValue: false },
  });
});

const words = {
  t: i18next.t,
  text: (text: LocalizedText) => textIn(text, 'en'),
  change: (amountMinor: number) => `+${formatMoney(amountMinor, 'EUR', 'en')}`,
  number: (value: number) => String(value),
  language: 'en',
};

const named = { id: 'g', name: { en: 'G' } };

function multi(price: GroupPrice, max = 3): OptionGroup {
  return { ...named, type: 'multi', min: 0, max, options: [], price };
}

function text(price: GroupPrice): OptionGroup {
  const bounds = { minLength: 1, maxLength: 20, allowed: 'a', blockedWords: [] };
  return { ...named, type: 'text', required: false, ...bounds, price };
}

function amount(price: GroupPrice, step = 1): OptionGroup {
  const scale = { min: 0, max: 3 * step, step, unit: { en: 'ml' } };
  return { ...named, type: 'amount', required: false, ...scale, price };
}

const perUnit = (amountMinor: number, included: number): GroupPrice => ({
  kind: 'perUnit',
  amountMinor,
  included,
});

const tiered = (...tiers: readonly (readonly [number, number])[]): GroupPrice => ({
  kind: 'tiered',
  tiers: tiers.map(([from, amountMinor]) => ({ from, amountMinor })),
});

test.each<[OptionGroup, string]>([
  [multi(perUnit(150, 0)), '+€1.50 each'],
  [multi(perUnit(250, 1)), '+€2.50 each after the first'],
  [multi(perUnit(250, 2)), '+€2.50 each after the first 2'],
  [text(perUnit(100, 0)), '+€1.00 a character'],
  [text(perUnit(100, 8)), '+€1.00 a character after the first 8'],
  [amount(perUnit(400, 0)), '+€4.00 a step'],
  [amount(perUnit(150, 2)), '+€1.50 a step after the first 2'],
  [amount(perUnit(20, 0), 10), '+€2.00 for every 10 ml'],
  [amount(perUnit(20, 10), 10), '+€2.00 for every 10 ml above 10 ml'],
  [text(tiered([1, 500], [9, 800])), 'Up to 8 characters +€5.00 · more +€8.00'],
  [text(tiered([9, 800], [1, 500])), 'Up to 8 characters +€5.00 · more +€8.00'],
  [text(tiered([1, 500])), 'Any choice +€5.00'],
  [text(tiered([6, 500])), 'From 6 characters +€5.00'],
  [
    text(tiered([1, 0], [6, 300], [11, 500])),
    'Up to 5 characters in the price · 6 to 10 characters +€3.00 · more +€5.00',
  ],
  [multi(tiered([2, 600], [3, 1100])), '2 chosen +€6.00 · 3 chosen +€11.00'],
  [amount(tiered([1, 200], [3, 300])), 'Up to 2 ml +€2.00 · 3 ml +€3.00'],
])('UIX-18 a group tells its price before it is touched: %# %j', (group, expected) => {
  expect(groupPriceWords(words, group)).toBe(expected);
});

test.each<[string, OptionGroup]>([
  ['nothing to pay', multi(perUnit(0, 0))],
  ['more in the price than can be chosen', multi(perUnit(250, 3))],
  ['a tier that cannot be reached', multi(tiered([4, 500]))],
  ['no price of its own', { ...named, type: 'multi', min: 0, max: 2, options: [] }],
])('UIX-18 a group says nothing with %s', (_, group) => {
  expect(groupPriceWords(words, group)).toBe('');
});
