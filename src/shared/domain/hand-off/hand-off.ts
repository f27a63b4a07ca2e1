import { type Static, Type } from 'typebox';
import { Id, TimeMs } from '../catalog/primitives.ts';
import { Basket, BasketLine } from '../pricing/basket.ts';
import { Uuid } from '../sale/order.ts';

const closed = { additionalProperties: false };
const { sku, quantity, design } = BasketLine.properties;

/** A bag on its way to the counter: what is wanted, without prices and without what a shopper told. HOF-2 */
export const HandOff = Type.Object(
  {
    id: Uuid,
    /** For people: `B-417`. */
    code: Type.String({ pattern: '^[A-Z]-[0-9]{3}$' }),
    store: Id,
    madeAt: TimeMs,
    lines: Type.Array(Type.Object({ sku, quantity, design }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
    coupons: Basket.properties.coupons,
  },
  closed,
);
export type HandOff = Static<typeof HandOff>;
