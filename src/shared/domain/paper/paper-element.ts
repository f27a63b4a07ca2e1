import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };
const Align = Type.Enum(['left', 'center', 'right']);

const PaperRun = Type.Object(
  {
    text: Type.String(),
    bold: Type.Boolean(),
    underline: Type.Boolean(),
    inverted: Type.Boolean(),
    /** Character cell magnification. */
    width: Type.Integer({ minimum: 1, maximum: 8 }),
    height: Type.Integer({ minimum: 1, maximum: 8 }),
  },
  closed,
);

/** What a printer put on paper, read back from the bytes that it was sent; top to bottom. */
export const PaperElement = Type.Union([
  Type.Object({ kind: Type.Literal('line'), align: Align, runs: Type.Array(PaperRun) }, closed),
  Type.Object(
    {
      kind: Type.Literal('qr'),
      align: Align,
      data: Type.String(),
      /** Side of a module in dots. */
      moduleDots: Type.Integer({ minimum: 1, maximum: 16 }),
      errorCorrection: Type.Enum(['L', 'M', 'Q', 'H']),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('barcode'),
      align: Align,
      data: Type.String(),
      /** The printer's own number of the symbology: `m` of `GS k`, form B. 73 is Code 128. */
      symbology: Type.Integer(),
      moduleDots: Type.Integer({ minimum: 1, maximum: 8 }),
      heightDots: Type.Integer({ minimum: 1, maximum: 255 }),
      /** Whether the data stands in letters below it. */
      text: Type.Boolean(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('image'),
      align: Align,
      widthDots: Type.Integer({ minimum: 1 }),
      heightDots: Type.Integer({ minimum: 1 }),
      /** Base64: rows top to bottom, each of whole bytes, the leftmost dot the highest bit, 1 is black. */
      bits: Type.String(),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('feed'), lines: Type.Integer({ minimum: 1 }) }, closed),
  Type.Object({ kind: Type.Literal('cut') }, closed),
  Type.Object({ kind: Type.Literal('drawerPulse') }, closed),
]);
export type PaperElement = Static<typeof PaperElement>;
