import { type Static, Type } from 'typebox';
import { StoreRecord } from '#shared/domain/catalog/store.ts';
import { event, query } from '../define.ts';
import { Nothing } from './common.ts';

/** What every screen needs to know about this kiosk. */
export const KioskInfo = Type.Object(
  {
    appVersion: Type.String(),
    deviceCode: Type.String(),
    store: StoreRecord,
    catalogVersion: Type.Integer({ minimum: 0 }),
    /** Virtual devices are attached: the device bench may be shown. */
    bench: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type KioskInfo = Static<typeof KioskInfo>;

/** Asking about the kiosk itself. */
export const kioskContract = {
  'kiosk.info': query(Nothing, KioskInfo, ['catalog.unavailable']),
} as const;

/** What the kiosk itself tells. */
export const kioskEvents = {
  /** A new catalog version was published; open carts keep theirs. */
  'catalog.published': event(
    Type.Object({ version: Type.Integer() }, { additionalProperties: false }),
  ),
} as const;
