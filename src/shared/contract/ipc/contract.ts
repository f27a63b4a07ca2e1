import type { Static } from 'typebox';
import type { EventEntry, InputOf, OutputOf, ResultOf } from '../define.ts';
import { benchContract, benchEvents } from './bench.ts';
import { cardContract } from './card.ts';
import { cartContract, cartEvents } from './cart.ts';
import { catalogContract } from './catalog.ts';
import { checkoutContract, checkoutEvents } from './checkout.ts';
import { designContract } from './design.ts';
import { devicesContract, devicesEvents } from './devices.ts';
import { handOffContract } from './hand-off.ts';
import { journeyContract } from './journey.ts';
import { kioskContract, kioskEvents } from './kiosk.ts';
import { printingContract, printingEvents } from './printing.ts';
import { scannerContract, scannerEvents } from './scanner.ts';
import { shadesContract } from './shades.ts';
import { surveyContract } from './surveys.ts';
import { syncContract, syncEvents } from './sync.ts';

/** Every request that the renderer may make of the kiosk core. */
export const ipcContract = {
  ...kioskContract,
  ...catalogContract,
  ...designContract,
  ...shadesContract,
  ...cardContract,
  ...cartContract,
  ...checkoutContract,
  ...handOffContract,
  ...devicesContract,
  ...printingContract,
  ...scannerContract,
  ...journeyContract,
  ...surveyContract,
  ...syncContract,
  ...benchContract,
} as const;

/** Every event that the kiosk core may send to the renderer. */
export const ipcEvents = {
  ...kioskEvents,
  ...cartEvents,
  ...checkoutEvents,
  ...devicesEvents,
  ...printingEvents,
  ...scannerEvents,
  ...syncEvents,
  ...benchEvents,
} as const;

/** The name of a request, e.g. `cart.addLine`. */
export type RequestName = keyof typeof ipcContract;
/** The name of an event, e.g. `cart.changed`. */
export type EventName = keyof typeof ipcEvents;

/** What the request of that name is asked with. */
export type RequestInput<N extends RequestName> = InputOf<(typeof ipcContract)[N]>;
/** What the request of that name answers when all is well. */
export type RequestOutput<N extends RequestName> = OutputOf<(typeof ipcContract)[N]>;
/** All that the request of that name may answer. */
export type RequestResult<N extends RequestName> = ResultOf<(typeof ipcContract)[N]>;
/** What the event of that name carries. */
export type EventPayload<N extends EventName> =
  (typeof ipcEvents)[N] extends EventEntry<infer P> ? Static<P> : never;

/** The transport as the renderer sees it; preload, the web client and tests each provide one. */
export interface KioskClient {
  invoke<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestResult<N>>;
  /** Calls `listener` for each event until the returned function is called. */
  subscribe<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}
