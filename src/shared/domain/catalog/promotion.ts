import { type Static, Type } from 'typebox';
import {
  BasisPoints,
  Id,
  LocalizedText,
  NonNegativeMinor,
  Sku,
  validityFields,
} from './primitives.ts';

const closed = { additionalProperties: false };

/** Which lines a promotion looks at: all members that are given must match; an empty match takes every line. */
export const ProductMatch = Type.Object(
  {
    skus: Type.Optional(Type.Array(Sku, { minItems: 1, maxItems: 1000 })),
    brands: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 200 }),
    ),
    categories: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 200 }),
    ),
    templates: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200 })),
    type: Type.Optional(Type.Union([Type.Literal('ready'), Type.Literal('custom')])),
  },
  closed,
);
export type ProductMatch = Static<typeof ProductMatch>;

/** When a promotion applies at all; every condition in its list must hold. */
export const PromotionCondition = Type.Union([
  /** Value of the matching lines before this step's discounts. */
  Type.Object(
    { kind: Type.Literal('minSubtotal'), match: ProductMatch, amountMinor: NonNegativeMinor },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('minQuantity'),
      match: ProductMatch,
      quantity: Type.Integer({ minimum: 1 }),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('customerSegment'), in: Type.Array(Id, { minItems: 1 }) },
    closed,
  ),
]);
export type PromotionCondition = Static<typeof PromotionCondition>;

const quantity = Type.Integer({ minimum: 1, maximum: 1000 });

/** What a promotion takes off; how each is reckoned is in PRC-52 to PRC-57. */
export const PromotionAction = Type.Union([
  /** Percent off every matching line. */
  Type.Object({ kind: Type.Literal('percentOff'), match: ProductMatch, bps: BasisPoints }, closed),
  /** A fixed amount off: each matching unit, or once over the matching lines. */
  Type.Object(
    {
      kind: Type.Literal('amountOff'),
      match: ProductMatch,
      amountMinor: NonNegativeMinor,
      per: Type.Union([Type.Literal('unit'), Type.Literal('sale')]),
    },
    closed,
  ),
  /** For every `buyQuantity` units of `buy`, `getQuantity` units of `get` (the cheapest) at `bps` off. */
  Type.Object(
    {
      kind: Type.Literal('buyXGetY'),
      buy: ProductMatch,
      buyQuantity: quantity,
      get: ProductMatch,
      getQuantity: quantity,
      bps: BasisPoints,
    },
    closed,
  ),
  /** One unit of each part, `quantity` times, together for a fixed price. */
  Type.Object(
    {
      kind: Type.Literal('bundle'),
      parts: Type.Array(Type.Object({ match: ProductMatch, quantity }, closed), {
        minItems: 1,
        maxItems: 10,
      }),
      priceMinor: NonNegativeMinor,
    },
    closed,
  ),
]);
export type PromotionAction = Static<typeof PromotionAction>;

/** A price cut and when it applies. Order, stacking and caps: docs/specs/pricing.md. */
export const PromotionRecord = Type.Object(
  {
    kind: Type.Literal('promotion'),
    id: Id,
    name: LocalizedText,
    /** The pipeline step: `line` looks at one line at a time, `basket` at the whole sale. */
    scope: Type.Union([Type.Literal('line'), Type.Literal('basket')]),
    /** Codes that switch it on; it then runs in the coupon step. Compared without case or spaces. */
    couponCodes: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Z0-9-]{3,32}$' }), { minItems: 1, maxItems: 1000 }),
    ),
    stores: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000 })),
    conditions: Type.Array(PromotionCondition, { maxItems: 20 }),
    action: PromotionAction,
    /** Higher runs first. */
    priority: Type.Integer({ minimum: -1000, maximum: 1000 }),
    /** Of promotions in one group only the best one applies; different groups add up. */
    stackingGroup: Id,
    /** When it applies, nothing after it does (and it does not apply after anything else). */
    exclusive: Type.Boolean(),
    maxPerSale: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    maxPerCustomer: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    maxDiscountMinor: Type.Optional(NonNegativeMinor),
    ...validityFields,
  },
  closed,
);
export type PromotionRecord = Static<typeof PromotionRecord>;
