import type { AllergenRecord } from '../catalog/allergen.ts';
import type { Comparison, RuleRecord } from '../catalog/rule.ts';
import type { Box } from './box.ts';
import type { TemplateFinding } from './finding.ts';
import type { GroupModel, OptionModel } from './groups.ts';
import type { TemplateSource } from './source.ts';

/** What an option adds to a sum; `unknown` when nobody knows how much comes on top. */
export interface OptionPart {
  readonly option: number;
  readonly amount: number;
  readonly unknown: boolean;
}

/** What one group adds to a sum, by what is chosen in it. */
export type SumPart =
  | {
      readonly kind: 'options';
      readonly group: number;
      /** Largest amount first. */
      readonly options: readonly OptionPart[];
    }
  | {
      readonly kind: 'number';
      readonly group: number;
      readonly perUnit: number;
      readonly unknown: boolean;
    };

/** How an ingredient (in ppm) or an allergen (in millionths of a ppm) adds up over a design. */
export interface SumSource {
  readonly base: number;
  readonly baseUnknown: boolean;
  /** In template order. */
  readonly parts: readonly SumPart[];
  /** Options and amounts that have to be looked at to add it up. */
  readonly steps: number;
}

/** Statements whose truth depends on the shopper, the place or the time. */
export type ContextLeaf =
  | { readonly kind: 'allergen'; readonly allergen: string; readonly abovePpm: number | null }
  | { readonly kind: 'allergy'; readonly allergen: string }
  | { readonly kind: 'age'; readonly op: Comparison; readonly years: number }
  | { readonly kind: 'jurisdiction'; readonly in: readonly string[] };

/** A rule's condition with every name resolved; `L` is what is left to be bound to a context. */
export type Formula<L = never> =
  | L
  | { readonly kind: 'const'; readonly truth: number }
  | { readonly kind: 'chosen'; readonly option: number }
  /** How much is chosen in a group: options, the amount, or characters of the text. */
  | {
      readonly kind: 'quantity';
      readonly group: number;
      readonly op: Comparison;
      readonly value: number;
    }
  /** How many choices a group holds: options, or 0 or 1 amounts or texts. */
  | {
      readonly kind: 'count';
      readonly group: number;
      readonly op: Comparison;
      readonly value: number;
    }
  | {
      readonly kind: 'sum';
      readonly source: SumSource;
      readonly op: Comparison;
      readonly value: number;
    }
  | { readonly kind: 'all'; readonly of: readonly Formula<L>[] }
  | { readonly kind: 'any'; readonly of: readonly Formula<L>[] }
  | { readonly kind: 'not'; readonly of: Formula<L> }
  /** True unless the inner one is definitely false. */
  | { readonly kind: 'maybe'; readonly of: Formula<L> };

/** A rule with every name resolved, before the shopper is known. */
export interface CompiledRule {
  readonly record: RuleRecord;
  /** True when the rule's condition holds. */
  readonly applies: Formula<ContextLeaf>;
  /** True when the rule is kept; for a warning, when there is nothing to warn of. */
  readonly kept: Formula<ContextLeaf>;
}

/** A template and its rules with every name resolved, made once and used for every tap. */
export interface CompiledTemplate {
  readonly source: TemplateSource;
  readonly groups: readonly GroupModel[];
  readonly groupsById: ReadonlyMap<string, GroupModel>;
  readonly options: readonly OptionModel[];
  /** By group index, then option id. */
  readonly optionsById: readonly ReadonlyMap<string, OptionModel>[];
  /** Require, forbid and limit rules, by id. */
  readonly rules: readonly CompiledRule[];
  readonly warnings: readonly CompiledRule[];
  /** Allergens that some choice or the base may carry, and how they add up; by id. */
  readonly allergenSums: ReadonlyMap<string, SumSource>;
  /** For allergens that nothing is known to carry. */
  readonly otherAllergens: SumSource;
  readonly allergensById: ReadonlyMap<string, AllergenRecord>;
  /** Groups that nobody could fill although they must be filled. */
  readonly unfillable: readonly GroupModel[];
  /** Every complete design; `null` when a group cannot be filled. */
  readonly everything: Box | null;
  /** What is wrong with names, patterns and bounds; the rest is found by `analyzeTemplate`. */
  readonly findings: readonly TemplateFinding[];
}
