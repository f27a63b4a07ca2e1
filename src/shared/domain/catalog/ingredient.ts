import { type Static, Type } from 'typebox';
import { Id, Ppm } from './primitives.ts';

/** How much of an allergen an ingredient carries; `null` when nobody knows (then we fail closed). */
export const AllergenLink = Type.Object(
  { allergen: Id, ppm: Type.Union([Ppm, Type.Null()]) },
  { additionalProperties: false },
);
export type AllergenLink = Static<typeof AllergenLink>;

/** A cosmetic ingredient under its INCI name. */
export const IngredientRecord = Type.Object(
  {
    kind: Type.Literal('ingredient'),
    id: Id,
    inciName: Type.String({ minLength: 1, maxLength: 300 }),
    synonyms: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 40 }),
    /** Five-digit Colour Index number, for colorants. */
    ciNumber: Type.Optional(Type.String({ pattern: '^[0-9]{5}(:[0-9]+)?$' })),
    allergens: Type.Array(AllergenLink, { maxItems: 100 }),
  },
  { additionalProperties: false },
);
export type IngredientRecord = Static<typeof IngredientRecord>;

/** An ingredient in a product or an option, by mass of the finished product; `null` when unknown. */
export const IngredientShare = Type.Object(
  { ingredient: Id, ppm: Type.Union([Ppm, Type.Null()]) },
  { additionalProperties: false },
);
export type IngredientShare = Static<typeof IngredientShare>;
