import { type Static, Type } from 'typebox';
import { LocalizedText, Sku } from '#shared/domain/catalog/primitives.ts';
import { ProductRecord } from '#shared/domain/catalog/product.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { BasketLine } from '#shared/domain/pricing/basket.ts';
import { Quote } from '#shared/domain/pricing/quote.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { command, event, query } from '../define.ts';
import { commandFields } from './common.ts';
import { Declaration } from './design.ts';

const closed = { additionalProperties: false };

/** A cart line with what the screen needs to draw it; prices are in the quote under the same `lineId`. */
export const CartLine = Type.Object(
  {
    line: BasketLine,
    product: ProductRecord,
    /** The design in words, in template order: group name and what was chosen. */
    choices: Type.Array(Type.Object({ group: LocalizedText, value: LocalizedText }, closed)),
  },
  closed,
);
export type CartLine = Static<typeof CartLine>;

/** A shopper's open cart. It keeps the catalog version that it was begun with. */
export const Cart = Type.Object(
  {
    cartId: Uuid,
    /** Grows with every change; a payment names the revision that the shopper saw. */
    revision: Type.Integer({ minimum: 0 }),
    /** A payment is under way; changes are refused meanwhile. */
    locked: Type.Boolean(),
    lines: Type.Array(CartLine),
    coupons: Type.Array(Type.String()),
    quote: Quote,
  },
  closed,
);
export type Cart = Static<typeof Cart>;

const inCart = { ...commandFields, cartId: Uuid };
const { lineId, quantity } = BasketLine.properties;

/** Changing a cart. Every answer is the whole cart, priced; the rules are SAL-1 to SAL-12. */
export const cartContract = {
  /** The cart, empty when it is new; `cartId` is made by the client. */
  'cart.get': query(Type.Object({ cartId: Uuid }, closed), Cart, ['catalog.unavailable']),
  'cart.addLine': command(
    Type.Object(
      {
        ...inCart,
        lineId,
        sku: Sku,
        quantity,
        design: Type.Optional(Design),
        declaration: Type.Optional(Declaration),
      },
      closed,
    ),
    Cart,
    [
      'catalog.unavailable',
      'catalog.product_not_found',
      'catalog.template_not_found',
      'pricing.not_for_sale',
      'design.malformed',
      'design.not_valid',
      'cart.full',
      'cart.locked',
      'stock.sold_out',
    ],
  ),
  'cart.setQuantity': command(Type.Object({ ...inCart, lineId, quantity }, closed), Cart, [
    'catalog.unavailable',
    'cart.line_not_found',
    'cart.locked',
    'stock.sold_out',
  ]),
  'cart.replaceDesign': command(
    Type.Object(
      { ...inCart, lineId, design: Design, declaration: Type.Optional(Declaration) },
      closed,
    ),
    Cart,
    [
      'catalog.unavailable',
      'cart.line_not_found',
      'design.malformed',
      'design.not_valid',
      'cart.locked',
      'stock.sold_out',
    ],
  ),
  'cart.removeLine': command(Type.Object({ ...inCart, lineId }, closed), Cart, [
    'catalog.unavailable',
    'cart.line_not_found',
    'cart.locked',
  ]),
  'cart.addCoupon': command(
    Type.Object({ ...inCart, code: Type.String({ minLength: 1, maxLength: 32 }) }, closed),
    Cart,
    ['catalog.unavailable', 'pricing.coupon_unknown', 'cart.locked', 'cart.full'],
  ),
  'cart.removeCoupon': command(
    Type.Object({ ...inCart, code: Type.String({ minLength: 1, maxLength: 32 }) }, closed),
    Cart,
    ['catalog.unavailable', 'cart.locked'],
  ),
  /** Forgets the cart and everything the shopper told. */
  'cart.discard': command(Type.Object({ ...inCart }, closed), Type.Object({}, closed), [
    'cart.locked',
  ]),
} as const;

/** What carts tell: who shows one asks for it again when it changed. */
export const cartEvents = {
  'cart.changed': event(Type.Object({ cartId: Uuid, revision: Type.Integer() }, closed)),
} as const;
