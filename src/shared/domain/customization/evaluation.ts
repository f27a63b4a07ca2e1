import { type Static, Type } from 'typebox';
import { Id, LocalizedText } from '../catalog/primitives.ts';
import { Selection } from './design.ts';

const closed = { additionalProperties: false };

/**
 * The smallest thing that can be chosen or taken back: an option of a group, or, in an amount or
 * text group (`option` absent), the value itself.
 */
export const Choice = Type.Object(
  {
    group: Id,
    option: Type.Optional(Id),
    value: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
  },
  closed,
);
export type Choice = Static<typeof Choice>;

/** Why something is not allowed: the rule (or `group:<id>:<limit>` for a group's own bounds) and its words. */
export const Reason = Type.Object(
  {
    rule: Type.String(),
    /** i18n key; parameters are filled into built-in messages, `text` is the rule's own message. */
    messageKey: Type.String(),
    params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()]))),
    text: Type.Optional(LocalizedText),
  },
  closed,
);
export type Reason = Static<typeof Reason>;

/** A rule that the design breaks, with the smallest set of its choices that breaks it. */
export const Violation = Type.Object({ reason: Reason, conflict: Type.Array(Choice) }, closed);
export type Violation = Static<typeof Violation>;

/** Whether an option could still be chosen, keeping every choice made in the other groups. */
export const Availability = Type.Union([
  Type.Object({ available: Type.Literal(true) }, closed),
  Type.Object(
    {
      available: Type.Literal(false),
      /** The smallest set of present choices that stands in the way; empty when it is never possible. */
      conflict: Type.Array(Choice),
      reasons: Type.Array(Reason, { minItems: 1 }),
    },
    closed,
  ),
]);
export type Availability = Static<typeof Availability>;

/** A nearest valid way out: what to change, and what the group then holds (`null`: nothing). */
export const Alternative = Type.Object(
  {
    changes: Type.Array(
      Type.Object({ group: Id, selection: Type.Union([Selection, Type.Null()]) }, closed),
    ),
    /** Number of elementary choices added, removed or replaced. */
    distance: Type.Integer({ minimum: 1 }),
  },
  closed,
);
export type Alternative = Static<typeof Alternative>;

/** An allergen in the design; `ppm` is `null` when some concentration is unknown. */
export const AllergenLevel = Type.Object(
  {
    allergen: Id,
    labelName: Type.String(),
    ppm: Type.Union([Type.Number(), Type.Null()]),
    /** To be printed on the label: above the threshold, or unknown. */
    onLabel: Type.Boolean(),
    declared: Type.Boolean(),
  },
  closed,
);
export type AllergenLevel = Static<typeof AllergenLevel>;

/** Everything that the kiosk shows about a design; see docs/specs/customization.md. */
export const Evaluation = Type.Object(
  {
    /** `valid`: can be made. `incomplete`: not yet, but by adding choices only. `invalid`: something must change. */
    status: Type.Union([
      Type.Literal('valid'),
      Type.Literal('incomplete'),
      Type.Literal('invalid'),
    ]),
    /** Groups that still need a choice, in template order. */
    missing: Type.Array(Id),
    violations: Type.Array(Violation),
    warnings: Type.Array(Violation),
    /** Nearest valid alternatives, fewest changes first; empty when the design is not invalid. */
    alternatives: Type.Array(Alternative),
    /** By group id, then option id. Amount groups have `ranges` instead; text groups neither. */
    availability: Type.Record(Id, Type.Record(Id, Availability)),
    /** For amount groups: the values that could still be chosen, as inclusive ranges in steps. */
    ranges: Type.Record(
      Id,
      Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }, closed)),
    ),
    allergens: Type.Array(AllergenLevel),
  },
  closed,
);
export type Evaluation = Static<typeof Evaluation>;
