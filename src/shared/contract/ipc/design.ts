import { Type } from 'typebox';
import { Id, Sku } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { Evaluation } from '#shared/domain/customization/evaluation.ts';
import { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { query } from '../define.ts';

const closed = { additionalProperties: false };

/** What the shopper told about themselves for this design; kept in memory only. */
export const Declaration = Type.Object(
  {
    allergies: Type.Array(Id, { maxItems: 200 }),
    ageYears: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
  },
  closed,
);

/** Designing a custom product. */
export const designContract = {
  /** Judges a design and prices what is chosen so far; asked at every tap. */
  'design.evaluate': query(
    Type.Object({ sku: Sku, design: Design, declaration: Declaration }, closed),
    Type.Object(
      {
        evaluation: Evaluation,
        /**
         * One piece for itself, line promotions and tax included; promotions over the whole bag and
         * coupons are the cart's matter (PRC-100). `null` when it has no price here and now.
         */
        price: Type.Union([QuoteLine, Type.Null()]),
      },
      closed,
    ),
    [
      'catalog.unavailable',
      'catalog.product_not_found',
      'catalog.template_not_found',
      'design.malformed',
    ],
  ),
} as const;
