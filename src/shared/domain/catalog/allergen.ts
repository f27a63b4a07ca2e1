import { type Static, Type } from 'typebox';
import { Id, JurisdictionCode, Ppm, validityFields } from './primitives.ts';

/** How long a product stays on the skin; decides which labelling threshold applies. */
export const ProductUse = Type.Union([Type.Literal('leaveOn'), Type.Literal('rinseOff')]);
export type ProductUse = Static<typeof ProductUse>;

/** From when on, and above which concentration, a jurisdiction wants the allergen on the label. */
export const AllergenThreshold = Type.Object(
  {
    jurisdiction: JurisdictionCode,
    leaveOnPpm: Ppm,
    rinseOffPpm: Ppm,
    /** The law it comes from, e.g. `Regulation (EU) 2023/1545`. */
    source: Type.String({ minLength: 1, maxLength: 200 }),
    ...validityFields,
  },
  { additionalProperties: false },
);
export type AllergenThreshold = Static<typeof AllergenThreshold>;

/** A substance that must be labelled, and that a shopper may be allergic to. */
export const AllergenRecord = Type.Object(
  {
    kind: Type.Literal('allergen'),
    id: Id,
    /** Name to print on the label (INCI, Annex III entry). */
    labelName: Type.String({ minLength: 1, maxLength: 200 }),
    casNumbers: Type.Array(Type.String({ pattern: '^[0-9]{2,7}-[0-9]{2}-[0-9]$' }), {
      maxItems: 40,
    }),
    thresholds: Type.Array(AllergenThreshold, { maxItems: 50 }),
  },
  { additionalProperties: false },
);
export type AllergenRecord = Static<typeof AllergenRecord>;
