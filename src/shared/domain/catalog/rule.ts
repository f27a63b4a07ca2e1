import { type Static, Type } from 'typebox';
import { Id, JurisdictionCode, LocalizedText, Ppm } from './primitives.ts';

/** Less, less or equal, equal, not equal, greater or equal, greater. */
export const Comparison = Type.Enum(['lt', 'le', 'eq', 'ne', 'ge', 'gt']);
export type Comparison = 'lt' | 'le' | 'eq' | 'ne' | 'ge' | 'gt';

const closed = { additionalProperties: false };

/** A statement about a design and its shopper; the kinds are explained in docs/specs/customization.md. */
export type RuleCondition =
  | { readonly kind: 'chosen'; readonly group: string; readonly option: string }
  | {
      readonly kind: 'amount';
      readonly group: string;
      readonly op: Comparison;
      readonly value: number;
    }
  | {
      readonly kind: 'count';
      readonly group: string;
      readonly op: Comparison;
      readonly value: number;
    }
  | {
      readonly kind: 'ingredientSum';
      readonly ingredient: string;
      readonly op: Comparison;
      readonly ppm: number;
    }
  | { readonly kind: 'allergen'; readonly allergen: string; readonly abovePpm?: number }
  | { readonly kind: 'allergy'; readonly allergen: string }
  | { readonly kind: 'age'; readonly op: Comparison; readonly years: number }
  | { readonly kind: 'jurisdiction'; readonly in: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly RuleCondition[] }
  | { readonly kind: 'any'; readonly of: readonly RuleCondition[] }
  | { readonly kind: 'not'; readonly of: RuleCondition };

/**
 * `allergen` is true when the design carries that allergen above `abovePpm`, or, without it, above
 * the labelling threshold of the store's jurisdictions, or when its concentration is unknown
 * (fail closed). The allergen `declared` stands for any that the shopper declared an allergy to.
 */
export const RuleCondition = Type.Cyclic(
  {
    Condition: Type.Union([
      Type.Object({ kind: Type.Literal('chosen'), group: Id, option: Id }, closed),
      Type.Object(
        { kind: Type.Literal('amount'), group: Id, op: Comparison, value: Type.Integer() },
        closed,
      ),
      Type.Object(
        {
          kind: Type.Literal('count'),
          group: Id,
          op: Comparison,
          value: Type.Integer({ minimum: 0 }),
        },
        closed,
      ),
      Type.Object(
        { kind: Type.Literal('ingredientSum'), ingredient: Id, op: Comparison, ppm: Ppm },
        closed,
      ),
      Type.Object(
        { kind: Type.Literal('allergen'), allergen: Id, abovePpm: Type.Optional(Ppm) },
        closed,
      ),
      Type.Object({ kind: Type.Literal('allergy'), allergen: Id }, closed),
      Type.Object(
        {
          kind: Type.Literal('age'),
          op: Comparison,
          years: Type.Integer({ minimum: 0, maximum: 150 }),
        },
        closed,
      ),
      Type.Object(
        { kind: Type.Literal('jurisdiction'), in: Type.Array(JurisdictionCode, { minItems: 1 }) },
        closed,
      ),
      Type.Object(
        {
          kind: Type.Literal('all'),
          of: Type.Array(Type.Ref('Condition'), { minItems: 1, maxItems: 40 }),
        },
        closed,
      ),
      Type.Object(
        {
          kind: Type.Literal('any'),
          of: Type.Array(Type.Ref('Condition'), { minItems: 1, maxItems: 40 }),
        },
        closed,
      ),
      Type.Object({ kind: Type.Literal('not'), of: Type.Ref('Condition') }, closed),
    ]),
  },
  'Condition',
);

/** What follows when the rule's condition holds. `limit` bounds an amount, a count or an ingredient sum. */
export const RuleAction = Type.Union([
  Type.Object({ kind: Type.Literal('require'), that: RuleCondition }, closed),
  Type.Object({ kind: Type.Literal('forbid'), that: Type.Optional(RuleCondition) }, closed),
  Type.Object(
    {
      kind: Type.Literal('limit'),
      group: Id,
      min: Type.Optional(Type.Integer({ minimum: 0 })),
      max: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('limitIngredient'), ingredient: Id, maxPpm: Ppm }, closed),
  Type.Object({ kind: Type.Literal('warn') }, closed),
]);
export type RuleAction =
  | { readonly kind: 'require'; readonly that: RuleCondition }
  | { readonly kind: 'forbid'; readonly that?: RuleCondition }
  | { readonly kind: 'limit'; readonly group: string; readonly min?: number; readonly max?: number }
  | { readonly kind: 'limitIngredient'; readonly ingredient: string; readonly maxPpm: number }
  | { readonly kind: 'warn' };

/** One rule of one template; without `when` it always holds. */
export const RuleRecord = Type.Object(
  {
    kind: Type.Literal('rule'),
    id: Id,
    template: Id,
    when: Type.Optional(RuleCondition),
    action: RuleAction,
    /** What the shopper reads when the rule stands in the way, or warns. */
    message: LocalizedText,
  },
  closed,
);
export type RuleRecord = {
  readonly kind: 'rule';
  readonly id: string;
  readonly template: string;
  readonly when?: RuleCondition;
  readonly action: RuleAction;
  readonly message: Static<typeof LocalizedText>;
};
