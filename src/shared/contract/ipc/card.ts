import { type Static, Type } from 'typebox';
import { CardAllergies, CardContent } from '#shared/domain/card/card-content.ts';
import { Id, LocalizedText, Sku } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { command, query } from '../define.ts';
import { commandFields } from './common.ts';
import { PrintJobView } from './printing.ts';

const closed = { additionalProperties: false };

const InWords = Type.Array(Type.Object({ group: LocalizedText, value: LocalizedText }, closed));

/** A formula card as it is shown and printed. */
export const FormulaCard = Type.Object(
  {
    content: CardContent,
    /** The product's. */
    name: LocalizedText,
    choices: InWords,
    /** Groups whose texts were left out. */
    toType: Type.Array(LocalizedText),
  },
  closed,
);
export type FormulaCard = Static<typeof FormulaCard>;

/** What a card says today. */
export const FoundCard = Type.Object(
  {
    sku: Sku,
    name: LocalizedText,
    /** What of it can still be chosen, by today's template. */
    design: Design,
    choices: InWords,
    /** The group to begin with: where something is to be done, else the first. */
    step: Id,
    gone: Type.Array(LocalizedText),
    goneGroups: Type.Integer({ minimum: 0 }),
    toType: Type.Array(LocalizedText),
    /** What is left breaks a rule of today, which the designer explains. */
    isAllowed: Type.Boolean(),
    allergies: CardAllergies,
    /** Allergies on the card that are not known here: nothing can be kept out for them. */
    unknownAllergies: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type FoundCard = Static<typeof FoundCard>;

/** Formula cards. Rules: docs/specs/formula-cards.md. */
export const cardContract = {
  /** Keeps a design under a new code, here and, when the line allows it, at head office. */
  'card.keep': command(
    Type.Object({ ...commandFields, sku: Sku, design: Design }, closed),
    FormulaCard,
    [
      'catalog.unavailable',
      'catalog.product_not_found',
      'catalog.template_not_found',
      'design.malformed',
    ],
  ),
  /** Prints a card that was kept here. Allergies stand on the paper and are written nowhere else. */
  'card.print': command(
    Type.Object(
      {
        ...commandFields,
        code: CardContent.properties.code,
        allergies: CardAllergies,
        /** BCP 47 tag of who will read it. */
        language: Type.String({ pattern: '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$' }),
      },
      closed,
    ),
    PrintJobView,
    ['catalog.unavailable', 'card.product_gone', 'design.not_found'],
  ),
  /** Reads a card's QR code, or finds a typed code: here first, then at head office. */
  'card.find': query(
    Type.Object({ text: Type.String({ minLength: 1, maxLength: 4096 }) }, closed),
    FoundCard,
    [
      'catalog.unavailable',
      'card.damaged',
      'card.newer',
      'card.mistyped',
      'card.unknown',
      'card.unreachable',
      'card.product_gone',
    ],
  ),
} as const;
