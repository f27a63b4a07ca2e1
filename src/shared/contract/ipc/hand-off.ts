import { type Static, Type } from 'typebox';
import { LocalizedText, Sku } from '#shared/domain/catalog/primitives.ts';
import { HandOff } from '#shared/domain/hand-off/hand-off.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { command } from '../define.ts';
import { commandFields } from './common.ts';
import { PrintJobView } from './printing.ts';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, maxLength: 4096 });

/** A bag that is handed off: what people say, and what scanners read. */
export const MadeHandOff = Type.Object({ code: HandOff.properties.code, text }, closed);
export type MadeHandOff = Static<typeof MadeHandOff>;

/** What became of a hand-off that was scanned. */
export const LoadedHandOff = Type.Object(
  {
    code: HandOff.properties.code,
    /** How many lines are in the bag now. */
    lines: Type.Integer({ minimum: 0 }),
    /** What could not be put into it, by the catalog, rules and stock of now. */
    refused: Type.Array(
      Type.Object({ sku: Sku, name: Type.Union([LocalizedText, Type.Null()]) }, closed),
    ),
    /** Coupons that are not known here. */
    couponsRefused: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type LoadedHandOff = Static<typeof LoadedHandOff>;

/** Handing a bag to the counter without a network. Rules: docs/specs/hand-off.md. */
export const handOffContract = {
  'handOff.make': command(Type.Object({ ...commandFields, cartId: Uuid }, closed), MadeHandOff, [
    'catalog.unavailable',
    'cart.empty',
    'handOff.too_large',
  ]),
  /** The paper with the QR code is kept nowhere; a slip that is printed by hand later has none. */
  'handOff.print': command(
    Type.Object(
      {
        ...commandFields,
        text,
        /** BCP 47 tag of who will read it. */
        language: Type.String({ pattern: '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$' }),
      },
      closed,
    ),
    PrintJobView,
    ['catalog.unavailable', 'handOff.damaged', 'handOff.newer'],
  ),
  /** Puts a hand-off into a cart with nothing in it, whose id the client makes; everything is judged and priced anew. */
  'handOff.load': command(
    Type.Object({ ...commandFields, cartId: Uuid, text }, closed),
    LoadedHandOff,
    [
      'catalog.unavailable',
      'handOff.damaged',
      'handOff.newer',
      'handOff.other_store',
      'handOff.sold',
      'handOff.bag_not_empty',
    ],
  ),
} as const;
