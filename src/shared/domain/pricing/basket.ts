import { type Static, Type } from 'typebox';
import { Id, Sku, TimeMs } from '../catalog/primitives.ts';
import { Design } from '../customization/design.ts';

/** How much one basket holds; with the bound of PRC-32 every sum stays an exact integer. */
export const basketLimits = { lines: 200, quantity: 999, coupons: 20 } as const;

/** One line that a shopper wants; `lineId` is stable while the line lives in a cart. */
export const BasketLine = Type.Object(
  {
    lineId: Type.String({ minLength: 1, maxLength: 64 }),
    sku: Sku,
    quantity: Type.Integer({ minimum: 1, maximum: basketLimits.quantity }),
    /** Set for a `custom` product. */
    design: Type.Optional(Design),
  },
  { additionalProperties: false },
);
export type BasketLine = Static<typeof BasketLine>;

/** Who buys, as far as prices depend on it. */
export const Customer = Type.Object(
  {
    id: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    segments: Type.Optional(Type.Array(Id, { maxItems: 50 })),
    /** How often this customer has used each promotion before this sale. */
    promotionUses: Type.Optional(
      Type.Record(Id, Type.Integer({ minimum: 0 }), { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type Customer = Static<typeof Customer>;

/** The whole question that a quote answers, besides the catalog. */
export const Basket = Type.Object(
  {
    lines: Type.Array(BasketLine, { maxItems: basketLimits.lines }),
    coupons: Type.Array(Type.String({ minLength: 1, maxLength: 32 }), {
      maxItems: basketLimits.coupons,
    }),
    customer: Type.Optional(Customer),
    /** The moment that decides every effective date, Unix ms. */
    at: TimeMs,
  },
  { additionalProperties: false },
);
export type Basket = Static<typeof Basket>;
