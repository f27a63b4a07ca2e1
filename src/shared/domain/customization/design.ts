import { type Static, Type } from 'typebox';
import { Id, JurisdictionCode, TimeMs } from '../catalog/primitives.ts';

/**
 * What a shopper chose in one group: the option's id (single, color), the options' ids (multi),
 * the amount (amount) or the text (text). A group that is not in the design is not chosen yet.
 */
export const Selection = Type.Union([
  Type.String({ maxLength: 200 }),
  Type.Array(Id, { maxItems: 50 }),
  Type.Integer({ minimum: 0 }),
]);
export type Selection = Static<typeof Selection>;

/** A design in the making, or finished: selections by group id of one template. */
export const Design = Type.Object(
  { template: Id, selections: Type.Record(Id, Selection, { additionalProperties: false }) },
  { additionalProperties: false },
);
export type Design = Static<typeof Design>;

/** What a rule may know beside the design. Allergies stay in memory and are never stored. */
export const DesignContext = Type.Object(
  {
    /** Allergens that the shopper declared an allergy to. */
    allergies: Type.Array(Id, { maxItems: 200 }),
    /** Whole years; absent when not asked. A rule about age fails closed when it is absent. */
    ageYears: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
    jurisdictions: Type.Array(JurisdictionCode, { minItems: 1, maxItems: 8 }),
    /** Which effective-dated thresholds apply, Unix ms. */
    at: TimeMs,
  },
  { additionalProperties: false },
);
export type DesignContext = Static<typeof DesignContext>;
