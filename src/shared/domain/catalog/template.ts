import { type Static, Type } from 'typebox';
import { ProductUse } from './allergen.ts';
import { IngredientShare } from './ingredient.ts';
import { BasisPoints, HexColor, Id, LocalizedText, MinorAmount, Ppm, Sku } from './primitives.ts';
import { Finish } from './product.ts';

/** What an option adds to the price of one unit. `percent` is of the unit's base price. */
export const OptionPrice = Type.Union([
  Type.Object(
    { kind: Type.Literal('flat'), amountMinor: MinorAmount },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('percent'), bps: BasisPoints }, { additionalProperties: false }),
]);
export type OptionPrice = Static<typeof OptionPrice>;

/** Price of tier `from` (count or amount reached, inclusive) until the next tier begins. */
const Tier = Type.Object(
  { from: Type.Integer({ minimum: 1 }), amountMinor: MinorAmount },
  { additionalProperties: false },
);

/**
 * What a whole group adds to the price of one unit, by how much is chosen in it: the number of
 * options (multi), the amount (amount), the number of characters (text). `perUnit` charges each
 * unit above `included`; `tiered` charges the one tier that is reached.
 */
export const GroupPrice = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('perUnit'),
      amountMinor: MinorAmount,
      included: Type.Integer({ minimum: 0 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('tiered'), tiers: Type.Array(Tier, { minItems: 1, maxItems: 20 }) },
    { additionalProperties: false },
  ),
]);
export type GroupPrice = Static<typeof GroupPrice>;

/** A component taken from stock for one unit; `quantity` in the component's stock unit. */
export const Dose = Type.Object(
  { sku: Sku, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }) },
  { additionalProperties: false },
);
export type Dose = Static<typeof Dose>;

/** One thing that can be chosen in a single, multi or color group. */
export const TemplateOption = Type.Object(
  {
    id: Id,
    name: LocalizedText,
    description: Type.Optional(LocalizedText),
    price: Type.Optional(OptionPrice),
    ingredients: Type.Optional(Type.Array(IngredientShare, { maxItems: 60 })),
    doses: Type.Optional(Type.Array(Dose, { maxItems: 20 })),
    /** What it looks like: needed in color groups, a hint elsewhere. */
    color: Type.Optional(HexColor),
    undertone: Type.Optional(
      Type.Union([
        Type.Literal('cool'),
        Type.Literal('neutral'),
        Type.Literal('warm'),
        Type.Literal('olive'),
      ]),
    ),
    finish: Type.Optional(Finish),
  },
  { additionalProperties: false },
);
export type TemplateOption = Static<typeof TemplateOption>;

/** Part of the drawing that a group's choice changes; see the renderer's product art. */
const ArtRole = Type.Enum(['color', 'accent', 'finish', 'vessel', 'engraving', 'cap']);

const groupFields = {
  id: Id,
  name: LocalizedText,
  help: Type.Optional(LocalizedText),
  artRole: Type.Optional(ArtRole),
};

/** Exactly one option (`required`), or at most one. */
const SingleGroup = Type.Object(
  {
    ...groupFields,
    type: Type.Literal('single'),
    required: Type.Boolean(),
    options: Type.Array(TemplateOption, { minItems: 1, maxItems: 200 }),
  },
  { additionalProperties: false },
);

/** As single, but the options are shades and shown as swatches. */
const ColorGroup = Type.Object(
  {
    ...groupFields,
    type: Type.Literal('color'),
    required: Type.Boolean(),
    options: Type.Array(TemplateOption, { minItems: 1, maxItems: 400 }),
  },
  { additionalProperties: false },
);

/** Between `min` and `max` different options. */
const MultiGroup = Type.Object(
  {
    ...groupFields,
    type: Type.Literal('multi'),
    min: Type.Integer({ minimum: 0, maximum: 50 }),
    max: Type.Integer({ minimum: 1, maximum: 50 }),
    options: Type.Array(TemplateOption, { minItems: 1, maxItems: 100 }),
    price: Type.Optional(GroupPrice),
  },
  { additionalProperties: false },
);

/** A whole number of `unit`s between `min` and `max` in steps of `step` counted from `min`. */
const AmountGroup = Type.Object(
  {
    ...groupFields,
    type: Type.Literal('amount'),
    required: Type.Boolean(),
    min: Type.Integer({ minimum: 0 }),
    max: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    step: Type.Integer({ minimum: 1 }),
    /** The word or sign after the amount: `drops`, `%`. */
    unit: LocalizedText,
    /** The word after an amount that reads as exactly one, where it is another: `drop`. */
    unitOne: Type.Optional(LocalizedText),
    /**
     * What one unit reads as, where people do not count it: `value ÷ 10^decimals`. With 1 and 1 an
     * amount of 3 reads as 0.3. Rules, prices and doses count the amount all the same.
     */
    shownPerUnit: Type.Optional(
      Type.Object(
        {
          value: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
          decimals: Type.Integer({ minimum: 0, maximum: 6 }),
        },
        { additionalProperties: false },
      ),
    ),
    price: Type.Optional(GroupPrice),
    /** Per unit of the amount: ppm in the finished product. */
    ingredientsPerUnit: Type.Optional(
      Type.Array(
        Type.Object(
          { ingredient: Id, ppm: Type.Union([Ppm, Type.Null()]) },
          { additionalProperties: false },
        ),
        { maxItems: 60 },
      ),
    ),
    dosesPerUnit: Type.Optional(Type.Array(Dose, { maxItems: 20 })),
  },
  { additionalProperties: false },
);
export type AmountGroup = Static<typeof AmountGroup>;

/** A free text, e.g. an engraving. Length is counted in grapheme clusters. */
const TextGroup = Type.Object(
  {
    ...groupFields,
    type: Type.Literal('text'),
    required: Type.Boolean(),
    minLength: Type.Integer({ minimum: 1, maximum: 200 }),
    maxLength: Type.Integer({ minimum: 1, maximum: 200 }),
    /** A regular-expression character class body with the `v` flag, e.g. `\p{L}\p{N} .&'-`. */
    allowed: Type.String({ minLength: 1, maxLength: 200 }),
    /** Refused wherever they appear, case, accents and common look-alikes folded. */
    blockedWords: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 500 }),
    price: Type.Optional(GroupPrice),
  },
  { additionalProperties: false },
);

/** One question of the customizer, by the kind of its answer. */
export const OptionGroup = Type.Union([
  SingleGroup,
  ColorGroup,
  MultiGroup,
  AmountGroup,
  TextGroup,
]);
export type OptionGroup = Static<typeof OptionGroup>;
/** A group whose answer is options. */
export type ChoiceGroup = Extract<OptionGroup, { readonly options: unknown }>;

/** What a shopper can design: a base and ordered option groups. Sold through a `custom` product. */
export const TemplateRecord = Type.Object(
  {
    kind: Type.Literal('template'),
    id: Id,
    name: LocalizedText,
    description: Type.Optional(LocalizedText),
    use: ProductUse,
    /** Ingredients of the base, before any option. */
    ingredients: Type.Array(IngredientShare, { maxItems: 200 }),
    doses: Type.Array(Dose, { maxItems: 40 }),
    groups: Type.Array(OptionGroup, { minItems: 1, maxItems: 30 }),
  },
  { additionalProperties: false },
);
export type TemplateRecord = Static<typeof TemplateRecord>;
