import { type Static, Type } from 'typebox';
import { HexColor, Id, LocalizedText } from '#shared/domain/catalog/primitives.ts';
import { Finish } from '#shared/domain/catalog/product.ts';
import { Closeness } from '#shared/domain/color/closeness.ts';
import { Lab } from '#shared/domain/color/lab.ts';
import { Nudges } from '#shared/domain/color/nudge.ts';
import { Readings } from '#shared/domain/color/readings.ts';
import { Undertone } from '#shared/domain/color/undertone.ts';
import { query } from '../define.ts';
import { ProductCard } from './catalog.ts';
import { Nothing } from './common.ts';

const closed = { additionalProperties: false };

/** A color as it is matched, how it looks on a screen, and what it leans to. */
const Tone = Type.Object({ lab: Lab, hex: HexColor, undertone: Undertone }, closed);

/** Tones to pick from, and what there is to be matched. */
const ShadeGrid = Type.Object(
  {
    /** From light to deep, each row from cool to warm (SHD-12). */
    rows: Type.Array(Type.Array(Tone)),
    /** Categories that have shades, with how many; those with most that may be skin first. */
    categories: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }, closed)),
  },
  closed,
);

/** Whose shade is wanted: a color, or readings of a person's skin. Kept in memory for the answer only. */
export const ToneInput = Type.Union([
  Type.Object({ kind: Type.Literal('lab'), lab: Lab }, closed),
  Type.Object({ kind: Type.Literal('hex'), hex: HexColor }, closed),
  Type.Object({ kind: Type.Literal('readings'), readings: Readings }, closed),
]);
export type ToneInput = Static<typeof ToneInput>;

/** `brand` and `category` filter exactly. Without a limit the answer has at most 6 shades. */
const ShadeQuery = Type.Object(
  {
    tone: ToneInput,
    nudges: Type.Optional(Nudges),
    /** What the person says of themselves; told by the color when absent. */
    undertone: Type.Optional(Undertone),
    brand: Type.Optional(Type.String()),
    category: Type.Optional(Type.String()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
  },
  closed,
);

/** A shade that is sold here now. */
const FoundShade = Type.Object(
  {
    card: ProductCard,
    /** As the catalog has it; a printed name is the same in every language. */
    shade: Type.Object(
      {
        hex: HexColor,
        code: Type.Optional(Type.String()),
        name: Type.Optional(LocalizedText),
        undertone: Undertone,
        finish: Type.Optional(Finish),
      },
      closed,
    ),
    /** The choice that makes a product to be designed this shade. */
    choice: Type.Optional(Type.Object({ group: Id, option: Id }, closed)),
    /** CIEDE2000 to the tone, rounded to 0.1. */
    deltaE: Type.Number({ minimum: 0 }),
    /** By the difference before it was rounded. */
    closeness: Closeness,
  },
  closed,
);
export type FoundShade = Static<typeof FoundShade>;

const ShadeAnswer = Type.Object(
  {
    /** What was matched: judged, nudged, with the undertone that counted. */
    tone: Tone,
    /** Readings: CIEDE2000 from their median to the farthest one, rounded to 0.1. */
    spread: Type.Optional(Type.Number({ minimum: 0 })),
    /** The nearest first; empty when there is none. */
    shades: Type.Array(FoundShade),
  },
  closed,
);

/** Finding the shades nearest to somebody's skin. */
export const shadesContract = {
  'shades.grid': query(Nothing, ShadeGrid),
  /** The faults name the readings that are the matter in `details`, a `ReadingsRefusal`. */
  'shades.match': query(ShadeQuery, ShadeAnswer, [
    'shades.readings_implausible',
    'shades.readings_disagree',
  ]),
} as const;
