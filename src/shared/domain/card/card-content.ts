import { type Static, Type } from 'typebox';
import { Id, Sku } from '../catalog/primitives.ts';
import { Design } from '../customization/design.ts';

const closed = { additionalProperties: false };

/** A design as it is kept under a code: what a formula card holds, without the texts that somebody typed. */
export const CardContent = Type.Object(
  {
    /** Nine symbols, as it is stored. */
    code: Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{9}$' }),
    sku: Sku,
    design: Design,
    /** Groups whose texts were left out and have to be typed again. */
    leftOut: Type.Array(Id, { maxItems: 50 }),
  },
  closed,
);
export type CardContent = Static<typeof CardContent>;

/** What a shopper may have put onto the card besides; it is on paper and in its QR code alone. CRD-20 */
export const CardAllergies = Type.Array(Id, { maxItems: 200 });
