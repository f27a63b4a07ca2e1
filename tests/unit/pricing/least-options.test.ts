import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupPrice, OptionGroup, OptionPrice } from '#shared/domain/catalog/template.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { Design, Selection } from '#shared/domain/customization/design.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import { leastOptionsMinor } from '#shared/domain/pricing/least-options.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { cases } from '../customization/arbitraries.ts';
import {
  amount,
  anyone,
  chosen,
  forbid,
  multi,
  not,
  require,
  rule,
  single,
  source,
} from '../customization/build.ts';
import { type Atoms, Oracle } from '../customization/oracle.ts';
import { specCatalog } from './spec-world.ts';

/** High enough that no choice makes a design cheaper than nothing. */
const baseMinor = 100_000;

const amountMinor = fc.integer({ min: -900, max: 900 });
const optionPrice: fc.Arbitrary<OptionPrice | undefined> = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('flat'), amountMinor }),
    fc.record({ kind: fc.constant('percent'), bps: fc.integer({ min: 0, max: 500 }) }),
  ),
  { nil: undefined },
);
const groupPrice: fc.Arbitrary<GroupPrice | undefined> = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constant('perUnit'),
      amountMinor,
      included: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({
      kind: fc.constant('tiered'),
      tiers: fc.array(fc.record({ from: fc.integer({ min: 1, max: 9 }), amountMinor }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  ),
  { nil: undefined },
);

/** The group with prices: of its options in their order, and of the whole. */
function priced(
  group: OptionGroup,
  prices: readonly (OptionPrice | undefined)[],
  whole: GroupPrice | undefined,
): OptionGroup {
  const price = whole === undefined ? {} : { price: whole };
  if (!('options' in group)) return { ...group, ...price };
  const options = group.options.map((option, index) => {
    const own = prices[index];
    return own === undefined ? option : { ...option, price: own };
  });
  return group.type === 'multi' ? { ...group, options, ...price } : { ...group, options };
}

const pricedCases = cases.chain(({ source: given, context }) =>
  fc
    .tuple(
      ...given.template.groups.map(() =>
        fc.record({
          options: fc.array(optionPrice, { minLength: 3, maxLength: 3 }),
          whole: groupPrice,
        }),
      ),
    )
    .map((drawn) => ({
      context,
      source: {
        ...given,
        template: {
          ...given.template,
          groups: given.template.groups.map((group, index) =>
            priced(group, drawn[index]?.options ?? [], drawn[index]?.whole),
          ),
        },
      },
    })),
);

/** The oracle's design as a shopper's; any letters will do for a text. */
function designOf({ template }: TemplateSource, atoms: Atoms): Design {
  const selections: Record<string, Selection> = {};
  for (const group of template.groups) {
    const held = atoms.filter((atom) => atom.split(/[=#]/, 1)[0] === group.id);
    const values = held.map((atom) => atom.slice(group.id.length + 1));
    const [value] = values;
    if (value === undefined) continue;
    if (group.type === 'multi') selections[group.id] = values;
    else if (group.type === 'amount') selections[group.id] = Number(value);
    else selections[group.id] = group.type === 'text' ? 'a'.repeat(Number(value)) : value;
  }
  return { template: template.id, selections };
}

function catalogWith({ template }: TemplateSource): PricingCatalog {
  const catalog = specCatalog('berlin', []);
  const product = catalog.products.get('mix');
  if (product === undefined) throw new Error('the specification has no mix');
  return {
    ...catalog,
    products: new Map([['mix', { ...product, template: template.id }]]),
    prices: new Map([
      [
        'mix',
        [{ kind: 'price', sku: 'mix', currency: 'EUR', amountMinor: baseMinor, validFrom: 0 }],
      ],
    ]),
    templates: new Map([[template.id, template]]),
  };
}

function unitPriceOf(design: Design, catalog: PricingCatalog): number {
  const lines = [{ lineId: 'a', sku: 'mix', quantity: 1, design }];
  const quote = priceBasket({ lines, coupons: [], at: 1000 }, catalog);
  if (!quote.ok) throw new Error(quote.error.message);
  return quote.value.lines[0]?.unitPriceMinor ?? 0;
}

test('PRC-102, CUS-90 the least price agrees with pricing every valid design', () => {
  let found = 0;
  fc.assert(
    fc.property(pricedCases, ({ source: given, context }) => {
      const oracle = new Oracle(given, context);
      const catalog = catalogWith(given);
      const prices = oracle.all
        .filter((atoms) => oracle.isValid(atoms))
        .map((atoms) => unitPriceOf(designOf(given, atoms), catalog));
      const least = leastOptionsMinor(compileTemplate(given), context, baseMinor);
      if (prices.length > 0) found += 1;
      expect(least).toBe(prices.length === 0 ? null : Math.min(...prices) - baseMinor);
    }),
    { seed: 20_261_125, numRuns: 600 },
  );
  expect(found).toBeGreaterThan(300);
});

const flat = (group: OptionGroup, ...amounts: number[]): OptionGroup =>
  priced(
    group,
    amounts.map((each) => ({ kind: 'flat', amountMinor: each })),
    undefined,
  );

test('PRC-102 a rule that forbids the two cheapest together is heeded', () => {
  const groups = [
    flat(single('size', ['s', 'm']), -2400, 0),
    flat(single('cap', ['plain', 'glass']), 0, 1200),
  ];
  const least = (rules: TemplateSource['rules']) =>
    leastOptionsMinor(compileTemplate(source(groups, rules)), anyone, baseMinor);
  expect(least([])).toBe(-2400);
  expect(least([rule('glass', require(chosen('cap', 'glass')), chosen('size', 's'))])).toBe(-1200);
  expect(least([rule('no-s', forbid, chosen('size', 's'))])).toBe(0);
  const both = rule('none', forbid);
  expect(least([both])).toBeNull();
});

test('PRC-102 a group that may stay empty costs nothing, or less when a choice takes something off', () => {
  const least = (...groups: OptionGroup[]) =>
    leastOptionsMinor(compileTemplate(source(groups)), anyone, baseMinor);
  expect(least(flat(single('ribbon', ['a', 'b'], false), 150, 300))).toBe(0);
  expect(least(flat(single('refill', ['a'], false), -500))).toBe(-500);
  const actives = flat(multi('actives', ['a', 'b', 'c'], 3, 2), 300, 100, 200);
  expect(least(actives)).toBe(300);
  const tiers: GroupPrice = {
    kind: 'tiered',
    tiers: [
      { from: 2, amountMinor: 600 },
      { from: 3, amountMinor: 100 },
    ],
  };
  expect(least(priced(actives, [], tiers))).toBe(100 + 600);
  const drops = (from: number) => amount('drops', [from, 9, 2], { required: true });
  expect(least(priced(drops(1), [], tiers))).toBe(0);
  expect(least(priced(drops(2), [], tiers))).toBe(100);
});

test('CUS-90 beyond the limit of the search the answer is a design that can be had', () => {
  // Every pair of neighbors is forbidden to be both cheap: nothing but the search can tell the least.
  const names = Array.from({ length: 40 }, (_, index) => `g${index}`);
  const groups = names.map((name) => flat(single(name, ['cheap', 'dear']), 0, 100));
  const rules = names.flatMap((name, index) => {
    const next = names[(index * 7 + 3) % names.length] ?? name;
    const pair = rule(`r${index}`, forbid, {
      kind: 'all',
      of: [chosen(name, 'cheap'), not(chosen(next, 'dear'))],
    });
    return next === name ? [] : [pair];
  });
  const least = leastOptionsMinor(compileTemplate(source(groups, rules)), anyone, baseMinor);
  expect(least).toBeGreaterThan(0);
  expect((least ?? 0) % 100).toBe(0);
  expect(least).toBeLessThan(4_000);
});
