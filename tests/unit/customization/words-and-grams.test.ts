import { describe, expect, test } from 'vitest';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import type { AmountGroup, OptionGroup } from '#shared/domain/catalog/template.ts';
import { designDoses, designIngredients } from '#shared/domain/customization/content.ts';
import { describeDesign } from '#shared/domain/customization/describe.ts';
import { single, template, text } from './build.ts';

const texts = (words: { en: string; [locale: string]: string }): LocalizedText => words;

const shade: OptionGroup = {
  id: 'shade',
  name: texts({ en: 'Shade', de: 'Farbton' }),
  type: 'color',
  required: true,
  options: [
    {
      id: 'rose',
      name: texts({ en: 'Rose', de: 'Rosé', fr: 'Rosé' }),
      color: '#cc6677',
      doses: [{ sku: 'PIG-R', quantity: 120 }],
      ingredients: [{ ingredient: 'pigment', ppm: 4000 }],
    },
  ],
};
const care: OptionGroup = {
  id: 'care',
  name: { en: 'care' },
  type: 'multi',
  min: 0,
  max: 3,
  options: [
    {
      id: 'oil',
      name: texts({ en: 'Oil', de: 'Öl' }),
      doses: [{ sku: 'BASE', quantity: 5 }],
      ingredients: [{ ingredient: 'oil', ppm: null }],
    },
    {
      id: 'wax',
      name: { en: 'Wax' },
      doses: [{ sku: 'WAX', quantity: 7 }],
      ingredients: [{ ingredient: 'oil', ppm: 10 }],
    },
  ],
};
const drops: AmountGroup = {
  id: 'drops',
  name: { en: 'drops' },
  type: 'amount',
  ingredientsPerUnit: [{ ingredient: 'water', ppm: 50 }],
  required: false,
  min: 0,
  max: 9,
  step: 1,
  unit: texts({ en: 'drops', de: 'Tropfen' }),
  dosesPerUnit: [{ sku: 'SCENT', quantity: 30 }],
};
const lipstick = template(
  [shade, care, drops, single('cap', ['metal'], false), text('engraving')],
  {
    doses: [{ sku: 'BASE', quantity: 3000 }],
    ingredients: [{ ingredient: 'water', ppm: 500 }],
  },
);
const design = (selections: Parameters<typeof designDoses>[1]['selections']) => ({
  template: 'serum',
  selections,
});

describe('in words and in grams', () => {
  test('CUS-80 in template order, in every language of the names', () => {
    const chosen = { engraving: 'Zoë', drops: 2, care: ['wax', 'oil'], shade: 'rose' };
    expect(describeDesign(lipstick, design(chosen))).toEqual([
      {
        group: { en: 'Shade', de: 'Farbton' },
        value: { en: 'Rose', de: 'Rosé', fr: 'Rosé' },
      },
      { group: { en: 'care' }, value: { en: 'Oil, Wax', de: 'Öl und Wax' } },
      { group: { en: 'drops' }, value: { en: '2 drops', de: '2 Tropfen' } },
      { group: { en: 'engraving' }, value: { en: 'Zoë' } },
    ]);
  });

  test('CUS-80 what is not chosen, or not known, is left out', () => {
    const chosen = { engraving: '', care: [], shade: 'gone', lid: 'gold' };
    expect(describeDesign(lipstick, design(chosen))).toEqual([]);
  });

  const wordsFor = (more: Partial<typeof drops>, amount: number) => {
    const group = { ...drops, ...more };
    const [choice] = describeDesign(template([group]), design({ drops: amount }));
    return choice?.value;
  };

  test('CUS-83 an amount that reads as one has its own word', () => {
    const unitOne = texts({ en: 'drop', de: 'Tropfen' });
    expect(wordsFor({ unitOne }, 1)).toEqual({ en: '1 drop', de: '1 Tropfen' });
    expect(wordsFor({ unitOne }, 0)?.en).toBe('0 drops');
    expect(wordsFor({}, 1)?.en).toBe('1 drops');
    expect(wordsFor({ max: 5_000 }, 1_500)).toEqual({ en: '1,500 drops', de: '1.500 Tropfen' });
  });

  test.each([
    [1, 1, 3, '0.3%', '0,3\u00a0%'],
    [25, 2, 2, '0.5%', '0,5\u00a0%'],
    [25, 2, 3, '0.75%', '0,75\u00a0%'],
    [25, 2, 4, '1%', '1\u00a0%'],
    [5, 0, 2, '10%', '10\u00a0%'],
    [1, 6, 1, '0.000001%', '0,000001\u00a0%'],
  ])('CUS-83 with %d and %d, %d reads as %s', (value, decimals, amount, en, de) => {
    const unit = texts({ en: '%', de: '\u00a0%' });
    expect(wordsFor({ unit, shownPerUnit: { value, decimals } }, amount)).toEqual({ en, de });
  });

  test('CUS-83 a language that is none does not stop anybody', () => {
    const unit = texts({ en: 'ml', de_AT: 'Milliliter' });
    const shownPerUnit = { value: 5, decimals: 1 };
    expect(wordsFor({ unit, shownPerUnit }, 3)).toEqual({ en: '1.5 ml', de_AT: '1.5 Milliliter' });
  });

  test('CUS-81 doses of base, options and amounts are summed by SKU', () => {
    expect(
      designDoses(lipstick, design({ care: ['wax', 'oil'], drops: 3, shade: 'rose' })),
    ).toEqual([
      { sku: 'BASE', quantity: 3005 },
      { sku: 'PIG-R', quantity: 120 },
      { sku: 'WAX', quantity: 7 },
      { sku: 'SCENT', quantity: 90 },
    ]);
    expect(designDoses(lipstick, design({ drops: 0 }))).toEqual([{ sku: 'BASE', quantity: 3000 }]);
  });

  test('CUS-82 shares are summed by ingredient, unknown when any part is', () => {
    expect(designIngredients(lipstick, design({ care: ['wax', 'oil'], drops: 3 }))).toEqual([
      { ingredient: 'water', ppm: 650 },
      { ingredient: 'oil', ppm: null },
    ]);
    expect(designIngredients(lipstick, design({ care: ['wax'] }))).toEqual([
      { ingredient: 'water', ppm: 500 },
      { ingredient: 'oil', ppm: 10 },
    ]);
  });

  test('CUS-81 a design that was never judged is a broken invariant', () => {
    expect(() => designDoses(lipstick, design({ lid: 'gold' }))).toThrow('group lid');
    expect(() => designDoses(lipstick, design({ shade: 'gone' }))).toThrow(
      'group shade has no option gone',
    );
  });
});
