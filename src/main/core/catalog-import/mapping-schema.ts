import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };

/**
 * Where the value of one field comes from: exactly one of `column`, `constant` and `pattern`. Text
 * runs through `trim`, `match`, `lower`, `upper` and `slug`, then `default` or `optional` deal with
 * nothing, then `map`, and at last at most one of `integer`, `scale`, `money`, `split` and `inci`
 * makes it something else than text. docs/catalog-feed.md explains each.
 */
export const FieldSource = Type.Object(
  {
    column: Type.Optional(Type.String({ minLength: 1 })),
    constant: Type.Optional(Type.Unknown()),
    /** Text with `{column}` or `{column|filter}`; `$row` is the number of the data row. */
    pattern: Type.Optional(Type.String({ minLength: 1 })),
    /** On unless it is false. */
    trim: Type.Optional(Type.Boolean()),
    /** A regular expression whose one group is kept. */
    match: Type.Optional(Type.String({ minLength: 1 })),
    lower: Type.Optional(Type.Boolean()),
    upper: Type.Optional(Type.Boolean()),
    /** Lower-case words joined by hyphens, accents folded. */
    slug: Type.Optional(Type.Boolean()),
    /** Taken as it is when the text is empty. */
    default: Type.Optional(Type.Unknown()),
    /** The field is left out when the text is empty. */
    optional: Type.Optional(Type.Boolean()),
    /** Text to value; a text that is not in it is an error. */
    map: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    integer: Type.Optional(Type.Literal(true)),
    /** A decimal text times this whole number must be whole: `12.5` by 10,000 is 125,000 ppm. */
    scale: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    /** The currency of an amount, which becomes minor units. */
    money: Type.Optional(
      Type.String({ pattern: '^[A-Z]{3}$', description: 'an ISO 4217 currency code such as EUR' }),
    ),
    /** The separator of a list of texts. */
    split: Type.Optional(Type.String({ minLength: 1 })),
    /** The names of a printed ingredient list. */
    inci: Type.Optional(Type.Union([Type.Literal('ingredients'), Type.Literal('mayContain')])),
  },
  closed,
);
export type FieldSource = Static<typeof FieldSource>;

/** One record that every row gives, or every row for which `when` holds. */
export const RecordMapping = Type.Object(
  {
    kind: Type.String({ minLength: 1 }),
    /** Only rows whose column is not empty, or is one of `in`. */
    when: Type.Optional(
      Type.Object(
        {
          column: Type.String({ minLength: 1 }),
          in: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
        },
        closed,
      ),
    ),
    /** By target field; `name.en` is the member `en` of `name`. */
    fields: Type.Record(Type.String(), FieldSource),
  },
  closed,
);
export type RecordMapping = Static<typeof RecordMapping>;

/** How a CSV file becomes catalog records. */
export const CatalogMapping = Type.Object(
  {
    format: Type.Literal('blendbar-mapping'),
    version: Type.Literal(1),
    /** As in a feed header: `full` ends what the file no longer has. */
    mode: Type.Union([Type.Literal('full'), Type.Literal('delta')]),
    csv: Type.Optional(
      Type.Object(
        {
          delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 4 })),
          quote: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
          encoding: Type.Optional(
            Type.Union([Type.Literal('utf-8'), Type.Literal('windows-1252')]),
          ),
        },
        closed,
      ),
    ),
    /** Records that go along with every import, e.g. a tax class. */
    static: Type.Optional(Type.Array(Type.Unknown(), { maxItems: 10_000 })),
    records: Type.Array(RecordMapping, { minItems: 1, maxItems: 50 }),
  },
  closed,
);
export type CatalogMapping = Static<typeof CatalogMapping>;

/** The text of a mapping file, by its name. */
export interface MappingText {
  readonly name: string;
  readonly text: string;
}
