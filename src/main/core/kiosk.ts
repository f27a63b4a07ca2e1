import type { KioskClient, RequestName, RequestResult } from '#shared/contract/ipc/contract.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { benchHandlers } from './bench/bench-handlers.ts';
import { cardHandlers } from './cards/card-handlers.ts';
import { createCarts } from './cart/carts.ts';
import { catalogHandlers } from './catalog/catalog-handlers.ts';
import { watchCatalog } from './catalog/publish-watch.ts';
import { createCheckout } from './checkout/checkout.ts';
import { designHandlers } from './design/design-handlers.ts';
import { deviceHandlers, followDevices } from './devices/device-handlers.ts';
import { createEventBus } from './event-bus.ts';
import { handOffHandlers } from './hand-off/hand-off-handlers.ts';
import type { Handlers } from './handlers.ts';
import { journeyHandlers } from './journey/journey-handlers.ts';
import { keepPruned } from './journey/keep-pruned.ts';
import { keepScrubbed } from './people/keep-scrubbed.ts';
import type { CatalogReader } from './ports/catalog-reader.ts';
import type { CentralLine } from './ports/central-line.ts';
import type { Clock } from './ports/clock.ts';
import type { DeviceSettings } from './ports/device-settings.ts';
import type { AttachedPrinter, AttachedScanner, DeviceFinder } from './ports/devices.ts';
import type { SoldHandOffs } from './ports/hand-offs.ts';
import type { Ids } from './ports/ids.ts';
import type { JourneyStore } from './ports/journeys.ts';
import type { Logger } from './ports/logger.ts';
import type { Outbox } from './ports/outbox.ts';
import type { PaymentTerminal } from './ports/payment-terminal.ts';
import type { PeopleStore } from './ports/people.ts';
import type { PrintLedger } from './ports/print-ledger.ts';
import type { SaleStore } from './ports/sale-store.ts';
import type { SavedDesigns } from './ports/saved-designs.ts';
import type { SecretBox } from './ports/secret-box.ts';
import type { SigningKey } from './ports/signing-key.ts';
import type { AllotmentReader } from './ports/stock.ts';
import type { SurveyStore } from './ports/surveys.ts';
import type { VirtualBench } from './ports/virtual-bench.ts';
import { createPrintQueue } from './printing/print-queue.ts';
import { printingHandlers } from './printing/printing-handlers.ts';
import { createRouter, type Route } from './router.ts';
import { followScans, scanHandlers } from './scanning/scan-handlers.ts';
import { shadeHandlers } from './shades/shade-handlers.ts';
import { keepForgetting } from './surveys/keep-forgetting.ts';
import { surveyHandlers } from './surveys/survey-handlers.ts';
import { followLine, syncHandlers } from './sync/sync-handlers.ts';

const catalogWatchMs = 2000;
const scrubMs = 60_000;
const pruneMs = 60_000;

export interface KioskPorts {
  readonly catalog: CatalogReader;
  readonly sales: SaleStore;
  readonly designs: SavedDesigns;
  readonly handOffs: SoldHandOffs;
  /** The key of this moment: enrolment gives another one. */
  readonly signingKey: () => SigningKey;
  readonly allotments: AllotmentReader;
  readonly people: PeopleStore;
  readonly journeys: JourneyStore;
  readonly surveys: SurveyStore;
  readonly secretBox: SecretBox;
  readonly outbox: Outbox;
  readonly line: CentralLine;
  readonly ledger: PrintLedger;
  readonly terminal: PaymentTerminal;
  readonly printer: AttachedPrinter;
  readonly scanner: AttachedScanner;
  readonly finder: DeviceFinder;
  readonly deviceSettings: DeviceSettings;
  /** `null` when real devices are attached. */
  readonly bench: VirtualBench | null;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

export interface KioskOptions {
  readonly appVersion: string;
  /** Checks answers against the contract too; for development and tests. */
  readonly validateOutput: boolean;
  /** Whether waiting receipts come out; false for whoever only looks. */
  readonly prints: boolean;
}

/** The whole kiosk behind one door: hosts adapt a transport to `route` and `subscribe`. */
export interface Kiosk extends KioskClient {
  readonly route: Route;
  /** Settles what an interruption left open, then begins to print and to watch the catalog. */
  start(): Promise<void>;
  /** Ends the work in the background; resolves when the requests under way have answered. */
  stop(): Promise<void>;
}

export function createKiosk(ports: KioskPorts, options: KioskOptions): Kiosk {
  const events = createEventBus(ports.logger);
  const inner = { ...ports, events };
  const printQueue = createPrintQueue(inner);
  const carts = createCarts(inner);
  const afterSale = {
    wake() {
      printQueue.wake();
      ports.line.wake();
    },
  };
  const checkout = createCheckout({ ...inner, printQueue: afterSale }, carts);

  const handlers: Handlers<RequestName> = {
    'kiosk.info': () => kioskInfo(ports, options),
    ...catalogHandlers(ports),
    ...designHandlers(ports),
    ...cardHandlers(inner, printQueue),
    ...handOffHandlers(inner, carts, printQueue),
    ...shadeHandlers(ports),
    ...carts.handlers,
    ...checkout.handlers,
    ...deviceHandlers(inner),
    ...printingHandlers(inner, printQueue),
    ...scanHandlers(inner),
    ...journeyHandlers(ports),
    ...surveyHandlers(ports, carts),
    ...syncHandlers(inner),
    ...benchHandlers(inner),
  };
  const underWay = new Set<Promise<unknown>>();
  const answer = createRouter(handlers, { ...ports, ...options });
  const route: Route = (name, input) => {
    const answered = answer(name, input).finally(() => underWay.delete(answered));
    underWay.add(answered);
    return answered;
  };
  const endings: (() => void)[] = [];

  return {
    route,
    subscribe: events.subscribe,
    // The router validates the input and answers what the handler of this very name answers.
    invoke: async <N extends RequestName>(name: N, input: unknown) =>
      (await route(name, input)) as RequestResult<N>,

    async start() {
      const { bench } = ports;
      if (bench !== null) {
        endings.push(bench.onChange((state) => events.emit('bench.changed', state)));
      }
      endings.push(watchCatalog(ports.catalog, events, ports.logger, catalogWatchMs));
      endings.push(keepScrubbed(ports.people, ports.logger, scrubMs));
      endings.push(keepPruned(ports, pruneMs), keepForgetting(ports, pruneMs));
      endings.push(followDevices(inner), followScans(inner), followLine(inner));
      if (options.prints) printQueue.start();
      await checkout.settleOpenPayments();
    },

    async stop() {
      for (const end of endings.splice(0)) end();
      checkout.stop();
      await Promise.all(underWay);
      await printQueue.stop();
    },
  };
}

function kioskInfo({ catalog, sales, bench }: KioskPorts, { appVersion }: KioskOptions) {
  const catalogVersion = catalog.currentVersion();
  const store = catalog.store(catalogVersion);
  if (store === null) {
    return err(fault('catalog.unavailable', 'There is no catalog for this store yet.'));
  }
  const deviceCode = sales.device().code;
  return ok({ appVersion, deviceCode, store, catalogVersion, bench: bench !== null });
}
