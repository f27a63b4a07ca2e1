import { type Static, Type } from 'typebox';
import { uuidPattern } from '../../lib/uuid.ts';
import { CurrencyCode, Id, TimeMs } from '../catalog/primitives.ts';
import { Basket } from '../pricing/basket.ts';
import { Quote } from '../pricing/quote.ts';

const closed = { additionalProperties: false };
/** As `isUuid` has it. */
export const Uuid = Type.String({ pattern: uuidPattern });

/** How a sale was paid. Never holds a card number: the terminal keeps those away from us. */
export const Payment = Type.Union([
  Type.Object(
    {
      id: Uuid,
      kind: Type.Literal('cash'),
      /** Part of the total that it settles, cash rounding included. */
      amountMinor: Type.Integer({ minimum: 0 }),
      tenderedMinor: Type.Integer({ minimum: 0 }),
      changeMinor: Type.Integer({ minimum: 0 }),
    },
    closed,
  ),
  Type.Object(
    {
      id: Uuid,
      kind: Type.Literal('card'),
      amountMinor: Type.Integer({ minimum: 0 }),
      /** The terminal's own reference, e.g. the authorization code. */
      reference: Type.String({ maxLength: 64 }),
      /** e.g. `VISA`; the scheme alone. */
      scheme: Type.String({ maxLength: 32 }),
      /** As the terminal gives it for the receipt, e.g. `**** 4242`; at most four digits. */
      maskedPan: Type.String({ pattern: '^[* ]*[0-9]{0,4}$', maxLength: 24 }),
    },
    closed,
  ),
]);
export type Payment = Static<typeof Payment>;

/** A finished sale as it is stored, printed and synced; never changed afterwards. */
export const Order = Type.Object(
  {
    id: Uuid,
    /** Receipt number, gapless per device: `<device code>-000123`. */
    number: Type.String({ minLength: 1, maxLength: 40 }),
    /** Called when it is ready: `<device code>-417`, of orders that hold a design. HOF-20 */
    pickup: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
    /** Code of the device that sold it, as in `number`. */
    device: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$', maxLength: 20 }),
    store: Id,
    /** When the sale was committed, Unix ms; `basket.at` is when it was priced. */
    soldAt: TimeMs,
    currency: CurrencyCode,
    basket: Basket,
    quote: Quote,
    payments: Type.Array(Payment, { minItems: 1 }),
    /** Who left a contact with the sale, as an id and nothing else; the contact lies apart, sealed. */
    personId: Type.Optional(Uuid),
    /** Zero unless the sale was paid in cash. */
    cashRoundingMinor: Type.Integer(),
    /** What was really paid: the quote's total plus `cashRoundingMinor`. */
    totalMinor: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type Order = Static<typeof Order>;
