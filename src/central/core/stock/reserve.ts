import type { ReservationInput } from '#shared/contract/api/stock.ts';
import { available } from '#shared/domain/stock/pool.ts';
import { type Shortage, soldOut } from '#shared/domain/stock/sold-out.ts';
import { assert, required } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import type { Db } from '../../storage/schema.ts';
import { holdLevels, type StockLevel, stockKey } from '../../storage/stock-levels.ts';
import { addMovements, knownMovements } from '../../storage/stock-movements.ts';
import {
  endReservation,
  findReservation,
  holdReservation,
  insertReservation,
  keysOf,
  type StoredReservation,
} from '../../storage/stock-reservations.ts';
import { tellStockMoved } from '../feed/tell-stock-moved.ts';

type Ports = Pick<Central, 'db' | 'now'>;
type EndFault = Fault<'stock.reservation_not_found' | 'stock.reservation_ended' | 'stock.conflict'>;
type Lines = StoredReservation['lines'];

const defaultSeconds = 900;

/**
 * Holds goods for another channel: every line, or nothing. The same request again answers the same
 * reservation, as it is then. STK-50 to STK-52
 */
export function reserve(
  { db, now }: Ports,
  { id, store, lines, expiresInSeconds = defaultSeconds }: ReservationInput,
): Promise<
  Result<
    { readonly reservation: StoredReservation; readonly isNew: boolean },
    Fault<'stock.sold_out' | 'stock.conflict'>
  >
> {
  const at = new Date(now());
  const expiresAt = new Date(at.getTime() + expiresInSeconds * 1_000);
  const wanted = { id, store, createdAt: at, expiresAt, lines: summed(lines) };
  return db.transaction().execute(async (transaction) => {
    const levels = await holdLevels(transaction, keysOf(wanted), at, { create: true });
    const known = await findReservation(transaction, id);
    if (known !== null) return sameAs(known, wanted);
    const short = shortages(wanted, levels);
    if (short.length > 0) return err(soldOut(short));
    // Somebody may have taken the id for goods of another store meanwhile.
    if (!(await insertReservation(transaction, wanted))) return err(conflict(id));
    return ok({ reservation: { ...wanted, state: 'open', orderId: null }, isNew: true });
  });
}

/** The goods are sold: they leave the stock. Again it changes nothing. STK-54 */
export function commitReservation(
  ports: Ports,
  id: string,
  orderId: string | null,
): Promise<Result<StoredReservation, EndFault>> {
  return end(ports, id, 'committed', orderId, async (db, { store, lines }, at) => {
    const movements = lines.map(({ sku, quantity }) => ({
      store,
      id,
      sku,
      quantity: -quantity,
      kind: 'reservation' as const,
      at,
      device: null,
      order_id: orderId,
      reason: null,
    }));
    // Under this id a receipt or an adjustment may stand in the store.
    if ((await knownMovements(db, movements)).length > 0) return err(conflict(id));
    const added = await addMovements(db, movements, at);
    assert(added.length === movements.length, `every line of reservation ${id} is sold`);
    const told = movements.map(({ sku, quantity }) => ({ sku, quantity }));
    const order = orderId === null ? {} : { orderId };
    const moved = { movementId: id, store, kind: 'reservation' as const, ...order };
    await tellStockMoved(db, [{ ...moved, movedAt: at.getTime(), movements: told }], at);
    return ok(null);
  });
}

/** The goods are free again. Again, or after its time has run out, it changes nothing. STK-55 */
export function releaseReservation(
  ports: Ports,
  id: string,
): Promise<Result<StoredReservation, EndFault>> {
  return end(ports, id, 'released', null, async () => ok(null));
}

async function end(
  { db, now }: Ports,
  id: string,
  state: 'committed' | 'released',
  orderId: string | null,
  write: (
    db: Db,
    reservation: StoredReservation,
    at: Date,
  ) => Promise<Result<null, Fault<'stock.conflict'>>>,
): Promise<Result<StoredReservation, EndFault>> {
  const at = new Date(now());
  const named = await findReservation(db, id);
  if (named === null) {
    return err(fault('stock.reservation_not_found', `There is no reservation ${id}`));
  }
  return db.transaction().execute(async (transaction) => {
    await holdLevels(transaction, keysOf(named), at);
    const found = required(await holdReservation(transaction, id), `reservation ${id}`);
    const current = stateAt(found, at);
    if (found.state === state || (current === 'expired' && state === 'released')) {
      return ok({ ...found, state: current });
    }
    if (current !== 'open') {
      const message = `Reservation ${id} is ${current}`;
      return err(fault('stock.reservation_ended', message, { state: current }));
    }
    const written = await write(transaction, found, at);
    if (!written.ok) return written;
    await endReservation(transaction, id, { state, at, orderId });
    return ok({ ...found, state, orderId });
  });
}

/** Whoever was about to end one that has run out, while we waited for it, may have failed to. */
function stateAt({ state, expiresAt }: StoredReservation, at: Date): StoredReservation['state'] {
  return state === 'open' && expiresAt <= at ? 'expired' : state;
}

/** One line for each SKU, in order. */
function summed(lines: Lines): Lines {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums]
    .map(([sku, quantity]) => ({ sku, quantity }))
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

function shortages(
  { store, lines }: { readonly store: string; readonly lines: Lines },
  levels: ReadonlyMap<string, StockLevel>,
): readonly Shortage[] {
  return lines.flatMap(({ sku, quantity }) => {
    const level = levels.get(stockKey({ store, sku })) ?? null;
    if (level === null || level.counted === null) return [];
    const remaining = Math.max(0, available(level));
    return quantity > remaining ? [{ sku, wanted: quantity, remaining }] : [];
  });
}

function sameAs(
  known: StoredReservation,
  wanted: Pick<StoredReservation, 'id' | 'store' | 'lines'>,
) {
  const isSame =
    known.store === wanted.store && JSON.stringify(known.lines) === JSON.stringify(wanted.lines);
  return isSame ? ok({ reservation: known, isNew: false }) : err(conflict(wanted.id));
}

function conflict(id: string): Fault<'stock.conflict'> {
  return fault('stock.conflict', `The id ${id} is taken by something else`);
}
