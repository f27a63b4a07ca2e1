import { type Static, Type } from 'typebox';
import { Sku } from '#shared/domain/catalog/primitives.ts';
import { command, event } from '../define.ts';
import { commandFields } from './common.ts';

const closed = { additionalProperties: false };

/** What a scanned code says, whatever product it may mean. */
export const ScannedCode = Type.Object(
  {
    /** The code's data as a person would type it: no symbology prefix, no control characters. */
    text: Type.String({ minLength: 1, maxLength: 4096 }),
    /** With its check digit; absent when the code names no trade item. */
    gtin14: Type.Optional(Type.String({ pattern: '^[0-9]{14}$' })),
    lot: Type.Optional(Type.String()),
    /** ISO date, the last day that counts. */
    expiresOn: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
    serial: Type.Optional(Type.String()),
    /** An amount payable (AI 390n to 393n); without a currency it is the store's. */
    price: Type.Optional(
      Type.Object(
        {
          /** The digits without their decimal point. */
          digits: Type.Integer({ minimum: 0 }),
          decimals: Type.Integer({ minimum: 0, maximum: 9 }),
          /** ISO 4217 numeric, e.g. `978`. */
          currency: Type.Optional(Type.String({ pattern: '^[0-9]{3}$' })),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ScannedCode = Static<typeof ScannedCode>;

/** Scanners that play keyboard. */
export const scannerContract = {
  /** Keystrokes that came from a scanner that plays keyboard, as they were typed, without the Enter. */
  'scanner.keyed': command(
    Type.Object({ ...commandFields, keys: Type.String({ minLength: 1, maxLength: 4096 }) }, closed),
    Type.Object({}, closed),
  ),
} as const;

/** What was scanned, by whatever scanner. */
export const scannerEvents = {
  /** Something was scanned: the product that it means, or nothing known. */
  'scanner.scanned': event(
    Type.Object({ code: ScannedCode, sku: Type.Union([Sku, Type.Null()]) }, closed),
  ),
} as const;
