import { randomInt } from 'node:crypto';
import type { LoadedHandOff } from '#shared/contract/ipc/hand-off.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import { buildSlip } from '#shared/domain/hand-off/build-slip.ts';
import type { HandOff } from '#shared/domain/hand-off/hand-off.ts';
import { required } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Carts } from '../cart/carts.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { SoldHandOffs } from '../ports/hand-offs.ts';
import type { Ids } from '../ports/ids.ts';
import type { PrintLedger } from '../ports/print-ledger.ts';
import type { SigningKey } from '../ports/signing-key.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import { readHandOff, writeHandOff } from './hand-off-text.ts';

export interface HandOffPorts {
  readonly catalog: CatalogReader;
  readonly handOffs: SoldHandOffs;
  /** The key of this moment: enrolment gives another one. */
  readonly signingKey: () => SigningKey;
  readonly ledger: PrintLedger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventSink;
}

/** Letters that are not taken for a digit, nor for one another on the telephone. */
const letters = 'ABCEFHKLMPRTUWX';

/** Handing a bag to the counter without a network. docs/specs/hand-off.md */
export function handOffHandlers(
  ports: HandOffPorts,
  carts: Pick<Carts, 'contents' | 'handlers' | 'handOffOf' | 'once' | 'tieToHandOff'>,
  queue: Pick<PrintQueue, 'wake' | 'printInstead'>,
): Handlers<'handOff.make' | 'handOff.print' | 'handOff.load'> {
  const { catalog, handOffs, signingKey, ledger, clock, ids, events } = ports;
  const printed = onceEach<number>();
  const loaded = onceEach<Promise<LoadedHandOff>>();

  function store(): Result<StoreRecord, Fault<'catalog.unavailable'>> {
    const record = catalog.store(catalog.currentVersion());
    if (record !== null) return ok(record);
    return err(fault('catalog.unavailable', 'There is no catalog for this store yet.'));
  }

  function make(cartId: string, storeId: string) {
    const contents = carts.contents(cartId);
    if (contents === null || contents.lines.length === 0) {
      return err(fault('cart.empty', 'There is nothing in the cart to hand off.'));
    }
    const letter = letters.charAt(randomInt(letters.length));
    const handOff: HandOff = {
      // A bag has one, however often it is made anew: sold is sold. HOF-9
      id: carts.handOffOf(cartId) ?? ids.next(),
      code: `${letter}-${randomInt(100, 1_000)}`,
      store: storeId,
      madeAt: clock.now(),
      lines: contents.lines.map(({ line: { sku, quantity, design } }) => ({
        sku,
        quantity,
        ...(design === undefined ? {} : { design }),
      })),
      coupons: [...contents.coupons],
    };
    const text = writeHandOff(handOff, signingKey());
    if (text === null) {
      return err(fault('handOff.too_large', 'No QR code holds so large a bag.'));
    }
    carts.tieToHandOff(cartId, handOff.id);
    return ok({ code: handOff.code, text });
  }

  function read(text: string): Result<HandOff, Fault<'handOff.damaged' | 'handOff.newer'>> {
    const found = readHandOff(text);
    if (found.ok) return ok(found.value.handOff);
    return found.error === 'newer'
      ? err(fault('handOff.newer', 'The hand-off was made by a later release.'))
      : err(fault('handOff.damaged', 'The hand-off is not whole, or was changed.'));
  }

  /** Line by line, so that what is not sold any more keeps nothing else out. */
  async function load(cartId: string, handOff: HandOff): Promise<LoadedHandOff> {
    const { handlers } = carts;
    const version = catalog.currentVersion();
    const refused: LoadedHandOff['refused'] = [];
    let couponsRefused = 0;
    for (const line of handOff.lines) {
      const command = { commandId: ids.next(), cartId, lineId: ids.next() };
      const added = await handlers['cart.addLine']({ ...command, ...line });
      const name = catalog.product(version, line.sku)?.name ?? null;
      if (!added.ok) refused.push({ sku: line.sku, name });
    }
    const lines = handOff.lines.length - refused.length;
    if (lines > 0) {
      carts.tieToHandOff(cartId, handOff.id);
      for (const code of handOff.coupons) {
        const added = await handlers['cart.addCoupon']({ commandId: ids.next(), cartId, code });
        if (!added.ok) couponsRefused += 1;
      }
    }
    return { code: handOff.code, lines, refused, couponsRefused };
  }

  return {
    'handOff.make': (command) => {
      const here = store();
      if (!here.ok) return here;
      // HOF-8: its text is remembered no longer than the bag.
      return carts.once('handOff.make', command, () => make(command.cartId, here.value.id));
    },

    'handOff.print': ({ commandId, text, language }) => {
      const here = store();
      if (!here.ok) return here;
      const found = read(text);
      if (!found.ok) return found;
      const { code, lines } = found.value;
      const version = catalog.currentVersion();
      const named = lines.map(({ sku, quantity }) => ({
        quantity,
        name: catalog.product(version, sku)?.name ?? { en: sku },
      }));
      const facts = { storeName: here.value.name, code, lines: named };
      const id = printed(commandId, () => {
        const added = ledger.addPaper(
          'slip',
          buildSlip({ ...facts, text: null }, language),
          clock.now(),
        );
        // HOF-7: an engraving is often a name, and nothing is sold yet.
        queue.printInstead(added, buildSlip({ ...facts, text }, language));
        return added;
      });
      const job = required(ledger.job(id), `print job ${id}`);
      events.emit('printing.changed', job);
      queue.wake();
      return ok(job);
    },

    'handOff.load': async ({ commandId, cartId, text }) => {
      const here = store();
      if (!here.ok) return here;
      const found = read(text);
      if (!found.ok) return found;
      const handOff = found.value;
      if (handOff.store !== here.value.id) {
        return err(fault('handOff.other_store', `The hand-off is of the store ${handOff.store}.`));
      }
      if (handOffs.isSold(handOff.id)) {
        return err(fault('handOff.sold', `The hand-off ${handOff.code} was sold already.`));
      }
      const holds = carts.contents(cartId)?.lines.length ?? 0;
      if (holds > 0 && !loaded.knows(commandId)) {
        return err(fault('handOff.bag_not_empty', `The cart holds ${holds} lines already.`));
      }
      return ok(await loaded(commandId, () => load(cartId, handOff)));
    },
  };
}
