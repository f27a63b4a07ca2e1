import { type Static, Type } from 'typebox';
import { CardContent } from '#shared/domain/card/card-content.ts';
import { Id, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Sha256 } from './device.ts';

/**
 * Payload of the event `design.saved`, schema version 1: a kiosk kept a design under a code that it made
 * itself. Typed texts are left out of it, and nothing says who kept it or what they bought.
 */
export const DesignSavedV1 = Type.Object(
  {
    store: Id,
    ...CardContent.properties,
    /** Content of the catalog that the kiosk had then. */
    catalogHash: Sha256,
    savedAt: TimeMs,
  },
  { additionalProperties: false },
);
export type DesignSavedV1 = Static<typeof DesignSavedV1>;
