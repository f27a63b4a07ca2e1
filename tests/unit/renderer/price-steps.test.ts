import { expect, test } from 'vitest';
import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { cardPrice, stepsOfCard } from '../../../src/renderer/lib/card-price.ts';
import { type PriceSteps, stepsOfLine } from '../../../src/renderer/lib/price-steps.ts';

const label = (en: string) => ({ en });
const vat = { rate: 'vat', label: label('VAT 19%'), rateBps: 1900 };

/** 46.00 of goods, 6.90 off; 19% tax in it or on top. */
function line(pricesIncludeTax: boolean): QuoteLine {
  const [netMinor, taxMinor] = pricesIncludeTax ? [3286, 624] : [3910, 743];
  return {
    lineId: 'l',
    sku: 'LIPS',
    name: label('Lipstick'),
    quantity: 1,
    unitPriceMinor: 4600,
    subtotalMinor: 4600,
    discountMinor: 690,
    taxes: [{ ...vat, netMinor, taxMinor }],
    taxMinor,
    totalMinor: netMinor + taxMinor,
    trace: [
      { step: 'base', ref: 'LIPS', label: label('Lipstick'), amountMinor: 3700 },
      { step: 'options', ref: 'cap.brass', label: label('Solid brass'), amountMinor: 900 },
      { step: 'linePromotions', ref: 'p', label: label('Season'), amountMinor: -690, bps: 1500 },
      { step: 'tax', ref: 'vat', label: vat.label, amountMinor: taxMinor, bps: 1900 },
    ],
  };
}

function card(more: Partial<ProductCard>, type: 'ready' | 'custom' = 'ready'): ProductCard {
  const product = {
    kind: 'product' as const,
    sku: 'A',
    type,
    name: label('A'),
    brand: 'B',
    category: 'C',
    taxClass: 't',
  };
  return { product, priceMinor: 2490, ...more };
}

const offer = {
  regularMinor: 2490,
  priceMinor: 2116,
  promotions: [{ promotion: 'season', name: label('Lip season') }],
};

const sumOf = ({ rows }: PriceSteps) => rows.reduce((sum, row) => sum + row.amountMinor, 0);

test.each([true, false])(
  'UIX-18 the rows add up to the total; prices include tax: %s',
  (includes) => {
    const steps = stepsOfLine(line(includes), includes);
    expect(sumOf(steps)).toBe(steps.totalMinor);
  },
);

test('UIX-18 tax that is in the prices is told beside the total, and no row', () => {
  const steps = stepsOfLine(line(true), true);
  expect(steps.rows.map(({ step }) => step)).toEqual(['base', 'options', 'linePromotions']);
  expect(steps.included).toMatchObject([{ label: vat.label, taxMinor: 624 }]);
});

test('UIX-18 tax on top is a row, whose name says its rate already', () => {
  const steps = stepsOfLine(line(false), false);
  expect(steps.rows.at(-1)).toEqual({ step: 'tax', labels: [vat.label], amountMinor: 743 });
  expect(steps.included).toEqual([]);
});

test('UIX-19 an offer shows its price, what it was before, and its name', () => {
  expect(cardPrice(card({ offer }))).toEqual({
    nowMinor: 2116,
    beforeMinor: 2490,
    offers: [label('Lip season')],
    isFrom: false,
  });
});

test('UIX-19 without an offer there is one price, and without a price none', () => {
  expect(cardPrice(card({}))).toMatchObject({ nowMinor: 2490, beforeMinor: null, offers: [] });
  expect(cardPrice(card({ priceMinor: null }))).toBeNull();
});

test('UIX-19 a product to be designed shows the least that it can cost', () => {
  expect(cardPrice(card({ priceMinor: 3200, fromMinor: 2600 }, 'custom'))).toMatchObject({
    nowMinor: 2600,
    isFrom: true,
  });
});

test.each([{}, { offer }])('UIX-18 the steps of one piece add up: %j', (more) => {
  const steps = stepsOfCard(card(more));
  expect(steps).not.toBeNull();
  if (steps !== null) expect(sumOf(steps)).toBe(steps.totalMinor);
});
