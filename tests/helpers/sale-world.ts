import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Carts, createCarts } from '#main/core/cart/carts.ts';
import { type Checkout, type CheckoutPorts, createCheckout } from '#main/core/checkout/checkout.ts';
import type { PaymentTerminal } from '#main/core/ports/payment-terminal.ts';
import type { SaleStore } from '#main/core/ports/sale-store.ts';
import type { CardAnswer } from '#main/core/ports/virtual-bench.ts';
import { createPrintQueue, type PrintQueue } from '#main/core/printing/print-queue.ts';
import {
  attachPrinter,
  type ReceiptPrinterDevice,
} from '#main/devices/printer/attached-printer.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { systemTimers } from '#main/devices/timers.ts';
import { createVirtualTransport } from '#main/devices/transports/virtual-transport.ts';
import {
  createVirtualPrinter,
  type VirtualPrinter,
} from '#main/devices/virtual/virtual-printer.ts';
import {
  createVirtualTerminal,
  type VirtualTerminal,
} from '#main/devices/virtual/virtual-terminal.ts';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import { type CatalogRecord, recordKey } from '#shared/domain/catalog/feed.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import { recordingLogger } from './recording-logger.ts';
import { saleCatalog } from './sale-catalog.ts';
import { countedIds, manualClock, nextId, recordingEvents } from './sale-devices.ts';
import { testSecretBox } from './secret-box.ts';

export interface SaleWorldOptions {
  readonly auto?: CardAnswer | null;
  readonly clock?: ReturnType<typeof manualClock>;
  /** Puts faults between the core and what it stands on. */
  readonly sales?: (real: SaleStore) => SaleStore;
  readonly terminal?: (real: PaymentTerminal) => PaymentTerminal;
}

/** A kiosk with a real store file, the virtual devices, and no host around it. */
export interface SaleWorld {
  readonly store: KioskStore;
  readonly clock: ReturnType<typeof manualClock>;
  readonly events: ReturnType<typeof recordingEvents>;
  readonly logger: ReturnType<typeof recordingLogger>;
  readonly terminal: VirtualTerminal;
  readonly paper: VirtualPrinter;
  readonly ports: CheckoutPorts;
  readonly carts: Carts;
  readonly checkout: Checkout;
  readonly printQueue: PrintQueue;
  readonly printer: ReceiptPrinterDevice;
  /** Resolves when no receipt waits any more. */
  printed(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the kiosk whose files are in `folder`; opening it again is a restart. */
export function openSaleWorld(folder: string, options: SaleWorldOptions = {}): SaleWorld {
  const clock = options.clock ?? manualClock();
  const logger = recordingLogger();
  const events = recordingEvents();
  const store = value(
    openKioskStore({
      file: join(folder, 'kiosk.db'),
      deviceCode: 'D1',
      clock,
      ids: countedIds,
      logger,
    }),
  );
  if (store.catalog.currentVersion() === 0) publish(store, saleCatalog);

  const terminal = createVirtualTerminal({
    file: join(folder, 'bank.ndjson'),
    auto: options.auto ?? null,
    authorizingMs: 0,
    cardTimeoutMs: 60_000,
  });
  const paper = createVirtualPrinter(printerProfile('epson-tm-t88'));
  const printer = attachPrinter({
    settings: { connection: { kind: 'virtual' }, profile: 'epson-tm-t88' },
    transportOf: () => createVirtualTransport('virtual', paper),
    clock,
    timers: systemTimers,
  });
  const sales = options.sales?.(store.sales) ?? store.sales;
  const { catalog, printLedger } = store;
  const printQueue = createPrintQueue({
    ledger: printLedger,
    sales,
    printer,
    clock,
    events,
    logger,
  });
  printQueue.start();
  const ports: CheckoutPorts = {
    catalog,
    sales,
    terminal: options.terminal?.(terminal) ?? terminal,
    clock,
    ids: countedIds,
    logger,
    events,
    printQueue,
    secretBox: testSecretBox(),
    handOffs: store.handOffs,
  };
  const carts = createCarts({ catalog, allotments: store.allotments, clock, events, logger });
  const checkout = createCheckout(ports, carts);
  return {
    store,
    clock,
    events,
    logger,
    terminal,
    paper,
    ports,
    carts,
    checkout,
    printQueue,
    printer,
    async printed() {
      await vi.waitFor(() => {
        const under = printLedger.jobs({ limit: 1_000, open: true });
        if (under.some(({ state }) => state === 'queued' || state === 'sending')) {
          throw new Error('a receipt waits');
        }
      }, 10_000);
    },
    async close() {
      checkout.stop();
      terminal.close();
      await Promise.all([printer.close(), printQueue.stop()]);
      store.close();
    },
  };
}

/** Makes `records` the published catalog, as an import does. */
function publish(store: KioskStore, records: readonly CatalogRecord[]): void {
  const writer = store.catalogWriter();
  writer.begin();
  writer.stage(
    records.map((record) => {
      const json = canonicalJson(record);
      const hash = createHash('sha256').update(json).digest('hex');
      return { record, key: recordKey(record), hash, json };
    }),
  );
  writer.publish('tests');
}

/** A cart with these products in it, ready to be paid. */
export async function filledCart(
  { carts }: SaleWorld,
  ...lines: readonly { readonly sku: string; readonly [rest: string]: unknown }[]
): Promise<{ readonly cartId: string; readonly revision: number; readonly totalMinor: number }> {
  const cartId = nextId();
  for (const line of lines) {
    const ids = { commandId: nextId(), cartId, lineId: nextId() };
    value(await carts.handlers['cart.addLine']({ quantity: 1, ...ids, ...line }));
  }
  const { revision, quote } = value(await carts.handlers['cart.get']({ cartId }));
  return { cartId, revision, totalMinor: quote.totalMinor };
}

export function value<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function code(result: Result<unknown, Fault>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** How often the bank behind the virtual terminal has charged this payment. */
export function charges(folder: string, paymentId: string): number {
  let text = '';
  try {
    text = readFileSync(join(folder, 'bank.ndjson'), 'utf8');
  } catch {
    return 0; // It was never asked anything.
  }
  return text.split('\n').filter((line) => line.includes(paymentId) && line.includes('"approved"'))
    .length;
}
