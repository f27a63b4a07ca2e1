import { type Static, Type } from 'typebox';
import { Id, Sku } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { Cursor, IsoTime } from './orders.ts';

const closed = { additionalProperties: false };

/** In the item's stock unit: pieces, milligrams, …; exact as a number in JSON. */
const most = 1_000_000_000_000;
/** At once; a million of the largest still make an exact sum. */
const mostAtOnce = 1_000_000_000;
const Quantity = Type.Integer({ minimum: 1, maximum: mostAtOnce });
const Total = Type.Integer({ minimum: 0, maximum: most });
/** A sum of totals. */
const Known = Type.Integer({ minimum: 0 });

/** How many SKUs one exchange speaks about. */
export const allotmentsPerExchange = 500;

/** What a device tells about one SKU in one store; docs/specs/stock.md, STK-1 to STK-22. */
export const AllotmentAskItem = Type.Object(
  {
    store: Id,
    sku: Sku,
    /** All that the device was ever granted of it there; what head office has forgotten it takes over. */
    granted: Type.Optional(Total),
    /** All that the device ever sold of it there. */
    sold: Total,
    /** All that it ever gave back. */
    returned: Total,
    /** How many it would like to hold; 0: it gives up what it has. */
    target: Total,
    /** How many a shopper needs now, which it has not; 0 for nobody. */
    wanted: Total,
  },
  closed,
);
export type AllotmentAskItem = Static<typeof AllotmentAskItem>;

/** A device tells its totals; without items it only hears what others need. */
export const AllotmentExchange = Type.Object(
  { items: Type.Array(AllotmentAskItem, { maxItems: allotmentsPerExchange }) },
  closed,
);
export type AllotmentExchange = Static<typeof AllotmentExchange>;

/** An allotment as head office knows it; totals only ever grow. */
export const AllotmentState = Type.Object(
  {
    store: Id,
    sku: Sku,
    granted: Known,
    /** Of the sales that have arrived. */
    sold: Known,
    returned: Known,
    /** What the device should hold. */
    level: Known,
    /** Give back until `returned` is this; `null`: keep it all. */
    returnTo: Type.Union([Known, Type.Null()]),
    /** Units of the store that are not this device's. */
    elsewhere: Known,
  },
  closed,
);
export type AllotmentState = Static<typeof AllotmentState>;

/**
 * The answer: allotments that were asked about, and those that others need something of. Items of stores
 * that the device was never in are left out.
 */
export const AllotmentAnswers = Type.Object(
  {
    allotments: Type.Array(AllotmentState),
    /** Never counted: nothing limits their sale. */
    unlimited: Type.Array(Type.Object({ store: Id, sku: Sku }, closed)),
    /**
     * Of head office's feed. Another one than before: its database was put back or moved, and has forgotten
     * what the device does not tell it.
     */
    epoch: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type AllotmentAnswers = Static<typeof AllotmentAnswers>;

/** One SKU in one store. */
export const StockItem = Type.Object(
  {
    store: Id,
    sku: Sku,
    /** The last count; `null`: never counted, nothing limits its sale. */
    counted: Type.Union([Type.Integer(), Type.Null()]),
    countedAt: Type.Union([IsoTime, Type.Null()]),
    /** The count and every movement after it; `null` without a count. */
    onHand: Type.Union([Type.Integer(), Type.Null()]),
    /** What devices may still sell by themselves. */
    allotted: Known,
    reserved: Known,
    /** What can be reserved now: on hand, neither allotted nor reserved; `null` without a count. */
    available: Type.Union([Known, Type.Null()]),
  },
  closed,
);
export type StockItem = Static<typeof StockItem>;

/** A page of stock, in SKU order. */
export const StockPage = Type.Object(
  { items: Type.Array(StockItem), nextCursor: Type.Optional(Cursor) },
  closed,
);

/** Goods that came, broke, or were found to be missing. */
export const StockMovementInput = Type.Object(
  {
    /** Made by the client: recording it again changes nothing. */
    id: Uuid,
    store: Id,
    sku: Sku,
    /** Positive for what came, negative for what went; not 0. */
    quantity: Type.Integer({ minimum: -mostAtOnce, maximum: mostAtOnce }),
    kind: Type.Enum(['receipt', 'adjustment']),
    /** When the goods moved; now when absent. */
    at: Type.Optional(IsoTime),
    reason: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f]*$' }),
    ),
  },
  closed,
);
export type StockMovementInput = Static<typeof StockMovementInput>;

/** Up to 500 movements, all of them or none. */
export const StockMovementBatch = Type.Object(
  { movements: Type.Array(StockMovementInput, { minItems: 1, maxItems: 500 }) },
  closed,
);

/** What became of each movement, in their order. */
export const StockMovementAnswers = Type.Object(
  {
    movements: Type.Array(
      Type.Object({ id: Uuid, status: Type.Enum(['recorded', 'duplicate']) }, closed),
    ),
  },
  closed,
);

const ReservationLines = Type.Array(Type.Object({ sku: Sku, quantity: Quantity }, closed), {
  minItems: 1,
  maxItems: 200,
});

/** Holds goods for a sale of another channel: all of the lines, or nothing. */
export const ReservationInput = Type.Object(
  {
    /** Made by the client: reserving again answers the same reservation. */
    id: Uuid,
    store: Id,
    lines: ReservationLines,
    /** Released by itself after so long. */
    expiresInSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400, default: 900 })),
  },
  closed,
);
export type ReservationInput = Static<typeof ReservationInput>;

/** A reservation as it is. */
export const Reservation = Type.Object(
  {
    id: Uuid,
    store: Id,
    state: Type.Enum(['open', 'committed', 'released', 'expired']),
    lines: ReservationLines,
    createdAt: IsoTime,
    expiresAt: IsoTime,
    /** The sale that took the goods. */
    orderId: Type.Optional(Uuid),
  },
  closed,
);
export type Reservation = Static<typeof Reservation>;

/** What a commit may tell. */
export const ReservationCommit = Type.Object({ orderId: Type.Optional(Uuid) }, closed);

/** What a device was freed of. */
export const FreedAllotments = Type.Object(
  {
    deviceId: Uuid,
    /** SKUs of which it had something, one for each store. */
    allotments: Type.Integer({ minimum: 0 }),
  },
  closed,
);
