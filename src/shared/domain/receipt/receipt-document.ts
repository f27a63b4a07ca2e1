import { type Static, Type } from 'typebox';
import { Bitmap } from '../catalog/bitmap.ts';

const closed = { additionalProperties: false };
const Align = Type.Enum(['left', 'center', 'right']);

/**
 * A receipt without a device: blocks in reading order, texts final and localized. Plain text,
 * HTML and ESC/POS are renderings of it.
 */
export const ReceiptBlock = Type.Union([
  Type.Object({ kind: Type.Literal('title'), text: Type.String() }, closed),
  Type.Object(
    {
      kind: Type.Literal('text'),
      text: Type.String(),
      align: Align,
      bold: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  /** A label at the left and an amount at the right of one line; the label wraps, the amount does not. */
  Type.Object(
    {
      kind: Type.Literal('row'),
      label: Type.String(),
      amount: Type.String(),
      emphasis: Type.Enum(['normal', 'strong', 'total', 'quiet']),
      indent: Type.Optional(Type.Integer({ minimum: 0, maximum: 8 })),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('rule') }, closed),
  Type.Object({ kind: Type.Literal('space') }, closed),
  /** A QR code, with the words below it for whoever cannot scan. */
  Type.Object({ kind: Type.Literal('qr'), data: Type.String(), caption: Type.String() }, closed),
  Type.Object({ kind: Type.Literal('barcode'), data: Type.String() }, closed),
  /** A picture, with words for whoever cannot see it. */
  Type.Object({ kind: Type.Literal('logo'), ...Bitmap.properties, alt: Type.String() }, closed),
]);
export type ReceiptBlock = Static<typeof ReceiptBlock>;

/** A whole receipt; `locale` is the BCP 47 tag that its texts are written in. */
export const ReceiptDocument = Type.Object(
  { title: Type.String(), locale: Type.String(), blocks: Type.Array(ReceiptBlock) },
  closed,
);
export type ReceiptDocument = Static<typeof ReceiptDocument>;
