import { deepStrictEqual } from 'node:assert';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { PromotionCondition, PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { compilePromotions } from '#shared/domain/pricing/promotions/compile.ts';
import { eligiblePromotions } from '#shared/domain/pricing/promotions/eligibility.ts';
import { required } from '#shared/lib/assert.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { median } from './median.ts';
import { createCarts, createPromotionWorld } from './promotion-world.ts';

const CARTS = 40;
const ROUNDS = 21;
/** Our share of a round would be too short for the clock otherwise. */
const REPEATS = 20;

/** A line with its product and price: both sides begin with the same ten. */
interface CartLine {
  readonly product: ProductRecord;
  readonly quantity: number;
  readonly valueMinor: number;
}

interface Cart {
  readonly lines: readonly CartLine[];
  readonly segments: string[];
}

/** Which promotions may run in a cart, by id, sorted. */
type Answer = readonly string[];

/**
 * Time of json-rules-engine over ours for the same question: which of 50 promotions have all their
 * conditions met by a ten-line cart. Both are set up once; both reckon the sums of a cart anew. The
 * peer gets them ready as plain facts.
 */
export async function benchRules(): Promise<{ rules_vs_json_rules_engine: number }> {
  const catalog = createPromotionWorld();
  const carts = createCarts(CARTS).map((basket) => readCart(basket, catalog));
  const ours = createOurs(catalog);
  const theirs = createTheirs(catalog);
  let met = 0;
  for (const cart of carts) {
    const answer = ours(cart);
    deepStrictEqual(answer, await theirs(cart));
    met += answer.length;
  }
  if (met === 0 || met === CARTS * catalog.promotions.length) {
    throw new Error('the conditions of the benchmark decide nothing');
  }
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const theirsStart = performance.now();
    for (const cart of carts) await theirs(cart);
    const oursStart = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat++) for (const cart of carts) ours(cart);
    const oursMs = (performance.now() - oursStart) / REPEATS;
    ratios.push((oursStart - theirsStart) / oursMs);
  }
  return { rules_vs_json_rules_engine: Math.round(median(ratios) * 10) / 10 };
}

function readCart(basket: Basket, { products, prices }: PricingCatalog): Cart {
  return {
    segments: basket.customer?.segments ?? [],
    lines: basket.lines.map(({ sku, quantity }) => ({
      product: required(products.get(sku), sku),
      quantity,
      valueMinor: required(prices.get(sku)?.[0], sku).amountMinor * quantity,
    })),
  };
}

/** Ours, as the pipeline asks for basket promotions; all 50 are asked, whatever their scope. */
function createOurs({ promotions, store }: PricingCatalog): (cart: Cart) => Answer {
  const compiled = compilePromotions(promotions);
  const all = [...compiled.line, ...compiled.basket];
  return ({ lines, segments }) => {
    const measured = lines.map(({ product, quantity, valueMinor }) => ({
      hits: compiled.matches.hitsOf(product),
      quantity,
      valueMinor,
    }));
    const facts = { store: store.id, at: Date.parse('2025-03-15'), customer: { segments } };
    return eligiblePromotions(all, measured, facts)
      .map(({ record }) => record.id)
      .sort();
  };
}

function createTheirs(catalog: PricingCatalog): (cart: Cart) => Promise<Answer> {
  const engine = new Engine(catalog.promotions.map(ruleOf));
  const sums = sumsOf(catalog);
  return async ({ lines, segments }) => {
    const facts: Record<string, unknown> = {
      vip: segments.includes('vip'),
      member: segments.includes('member'),
    };
    for (const { name, kind, products } of sums) {
      let sum = 0;
      for (const { product, quantity, valueMinor } of lines) {
        if (products.has(product)) sum += kind === 'minSubtotal' ? valueMinor : quantity;
      }
      facts[name] = sum;
    }
    const { events } = await engine.run(facts);
    return events.map((event) => event.type).sort();
  };
}

type Measured = Exclude<PromotionCondition, { readonly kind: 'customerSegment' }>;

function factName({ kind, match }: Measured): string {
  return `${kind} ${canonicalJson(match)}`;
}

function ruleOf({ id, conditions }: PromotionRecord): RuleProperties {
  return {
    event: { type: id },
    conditions: {
      all: conditions.map((condition) => {
        switch (condition.kind) {
          case 'minSubtotal':
            return {
              fact: factName(condition),
              operator: 'greaterThanInclusive',
              value: condition.amountMinor,
            };
          case 'minQuantity':
            return {
              fact: factName(condition),
              operator: 'greaterThanInclusive',
              value: condition.quantity,
            };
          default:
            return { fact: required(condition.in[0], id), operator: 'equal', value: true };
        }
      }),
    },
  };
}

/** Every different sum that the conditions are about, with the products that count towards it. */
function sumsOf({ promotions, products }: PricingCatalog): readonly {
  readonly name: string;
  readonly kind: Measured['kind'];
  readonly products: ReadonlySet<ProductRecord>;
}[] {
  const measured = promotions
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => condition.kind !== 'customerSegment');
  const byName = new Map(measured.map((condition) => [factName(condition), condition]));
  return [...byName].map(([name, { kind, match }]) => {
    const takes = [...products.values()].filter(
      ({ brand, category }) =>
        (match.brands?.includes(brand) ?? true) && (match.categories?.includes(category) ?? true),
    );
    return { name, kind, products: new Set(takes) };
  });
}
