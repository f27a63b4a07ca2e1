import type { StockMovementInput } from '#shared/contract/api/stock.ts';
import type { StockMovedV1 } from '#shared/contract/api/stock-events.ts';
import { assert } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isoTime, type UnixMs } from '#shared/lib/time.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import type { Db } from '../../storage/schema.ts';
import { levelBeyond } from '../../storage/stock-bounds.ts';
import { holdLevels, mostUnits, type StockLevel, stockKey } from '../../storage/stock-levels.ts';
import { addMovements, knownMovements, type StockMovement } from '../../storage/stock-movements.ts';
import { tellStockMoved } from '../feed/tell-stock-moved.ts';
import { recallMissing } from './recall-missing.ts';

/** Nobody counted earlier; what comes from a clock that was never set is older. */
const earliestMs = Date.UTC(2000, 0, 1);
/** How far a moment may be ahead of ours. */
const aheadMs = 5 * 60_000;

/** A movement whose moment was read. */
type Recorded = Omit<StockMovementInput, 'at'> & { readonly at?: UnixMs };

type RecordFault = Fault<'input.invalid' | 'stock.conflict' | 'stock.below_zero'>;

/** Turns the whole batch back: nothing of it was recorded. */
class Refused extends Error {
  readonly fault: RecordFault;

  constructor(refusal: RecordFault) {
    super(refusal.message);
    this.fault = refusal;
  }
}

/**
 * Records what came or went by hand: all of it, or nothing. An id that is known with the same content
 * changes nothing. STK-44 to STK-46
 * @returns for each movement whether it was new.
 */
export async function recordMovements(
  { db, now }: Pick<Central, 'db' | 'now'>,
  inputs: readonly Recorded[],
  actor: string,
): Promise<Result<readonly boolean[], RecordFault>> {
  const at = new Date(now());
  const wrong = inputs.find((input) => problemOf(input, at) !== null);
  if (wrong !== undefined) {
    return err(fault('input.invalid', `${wrong.id}: ${problemOf(wrong, at)}`, { id: wrong.id }));
  }
  const movements = inputs.map((input) => movementOf(input, at));
  try {
    return await db.transaction().execute(async (transaction) => {
      await holdLevels(transaction, movements, at, { create: true });
      const known = await knownMovements(transaction, movements);
      const added = await addMovements(transaction, firstOfEach(movements, known), at);
      const levels = await holdLevels(transaction, added, at);
      refuseBelowZero(added, levels);
      await refuseBeyond(transaction, added);
      await recallMissing(transaction, levels.values(), at);
      for (const { id, store, sku, quantity, kind, reason } of added) {
        const details = { id, store, sku, quantity, kind, reason };
        await audit(transaction, { actor, action: 'stock.recorded', details }, at);
      }
      await tellStockMoved(transaction, added.map(movedOf), at);
      const fresh = new Set(added.map(nameOf));
      // Of two with one id in a batch, the first was new.
      return ok(inputs.map((input) => fresh.delete(nameOf(input))));
    });
  } catch (error) {
    if (error instanceof Refused) return err(error.fault);
    throw error;
  }
}

function problemOf({ quantity, kind, at }: Recorded, now: Date): string | null {
  if (quantity === 0) return 'a movement of 0 is none';
  if (kind === 'receipt' && quantity < 0) return 'a receipt brings something';
  if (at === undefined) return null;
  if (at < earliestMs) return `${isoTime(at)} is no moment of ours`;
  return at > now.getTime() + aheadMs ? `${isoTime(at)} has not come yet` : null;
}

function movementOf(input: Recorded, now: Date): StockMovement {
  const { id, store, sku, quantity, kind, reason = null } = input;
  const at = input.at === undefined ? now : new Date(input.at);
  return { store, id, sku, quantity, kind, at, device: null, order_id: null, reason };
}

function movedOf({ id, store, sku, quantity, kind, at }: StockMovement): StockMovedV1 {
  assert(kind === 'receipt' || kind === 'adjustment', 'recorded by hand');
  return { movementId: id, store, kind, movedAt: at.getTime(), movements: [{ sku, quantity }] };
}

/** STK-45: an id stands for one movement of a store, for ever. */
function nameOf({ store, id }: Pick<StockMovement, 'store' | 'id'>): string {
  return `${store}|${id}`;
}

/** What is not recorded yet. */
function firstOfEach(
  movements: readonly StockMovement[],
  known: readonly StockMovement[],
): readonly StockMovement[] {
  const byId = new Map(known.map((movement) => [nameOf(movement), movement]));
  const fresh: StockMovement[] = [];
  for (const movement of movements) {
    const before = byId.get(nameOf(movement));
    if (before === undefined) {
      byId.set(nameOf(movement), movement);
      fresh.push(movement);
    } else if (!isSame(before, movement)) throw new Refused(conflict(movement.id));
  }
  return fresh;
}

/** The moment is not compared: without one in the request it is that of the first try. */
function isSame(a: StockMovement, b: StockMovement): boolean {
  return a.sku === b.sku && a.quantity === b.quantity && a.kind === b.kind;
}

/** STK-46: what is not there cannot go; whoever finds less than that counts anew. */
function refuseBelowZero(
  added: readonly StockMovement[],
  levels: ReadonlyMap<string, StockLevel>,
): void {
  for (const { store, sku, quantity } of added) {
    const level = levels.get(stockKey({ store, sku }));
    if (quantity > 0 || level === undefined || level.counted === null) continue;
    const { onHand } = level;
    if (onHand >= 0) continue;
    throw new Refused(
      fault('stock.below_zero', `There would be ${onHand} of ${sku} in ${store}`, { store, sku }),
    );
  }
}

/** STK-48 */
async function refuseBeyond(db: Db, added: readonly StockMovement[]): Promise<void> {
  const beyond = await levelBeyond(db, added);
  if (beyond === null) return;
  const { store, sku } = beyond;
  const message = `No more than ${mostUnits} of ${sku} in ${store} are counted`;
  throw new Refused(fault('input.invalid', message, { store, sku }));
}

function conflict(id: string): Fault<'stock.conflict'> {
  return fault('stock.conflict', `The id ${id} is taken by something else`, { id });
}
