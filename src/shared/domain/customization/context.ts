import { isValidAt } from '../../lib/time.ts';
import type { AllergenRecord, AllergenThreshold } from '../catalog/allergen.ts';
import { boundRule } from './bound-rule.ts';
import { DECLARED } from './compile-rules.ts';
import type { DesignContext } from './design.ts';
import { maybe } from './formula.ts';
import type { CompiledRule, CompiledTemplate, ContextLeaf, Formula, SumSource } from './model.ts';
import type { BoundRule } from './search.ts';
import { compared, conjoined, disjoined, FALSE, negated, TRUE, UNKNOWN } from './truth.ts';

/** Sums of allergens are in millionths of a ppm. */
export const MICRO = 1_000_000;

/** The rules as they are for this shopper, here and now; those that nothing can break are left out. */
export function bindRules(
  rules: readonly CompiledRule[],
  compiled: CompiledTemplate,
  context: DesignContext,
): readonly BoundRule[] {
  return rules
    .map(({ record, kept }) =>
      boundRule(record.id, bind(kept, compiled, context), compiled.options),
    )
    .filter(({ kept }) => !isConst(kept, TRUE));
}

/** The statement with everything that the context decides put in. */
export function bind(
  formula: Formula<ContextLeaf>,
  compiled: CompiledTemplate,
  context: DesignContext,
): Formula {
  switch (formula.kind) {
    case 'allergen':
      return bindAllergen(formula, compiled, context);
    case 'allergy':
      return constant(
        formula.allergen === DECLARED
          ? context.allergies.length > 0
          : context.allergies.includes(formula.allergen),
      );
    case 'age':
      return context.ageYears === undefined
        ? { kind: 'const', truth: UNKNOWN }
        : {
            kind: 'const',
            truth: compared(formula.op, context.ageYears, context.ageYears, formula.years),
          };
    case 'jurisdiction':
      return constant(formula.in.some((code) => context.jurisdictions.includes(code)));
    case 'all':
      return joined(
        'all',
        formula.of.map((part) => bind(part, compiled, context)),
      );
    case 'any':
      return joined(
        'any',
        formula.of.map((part) => bind(part, compiled, context)),
      );
    case 'not':
      return opposite(bind(formula.of, compiled, context));
    case 'maybe': {
      const of = bind(formula.of, compiled, context);
      return of.kind === 'const'
        ? { kind: 'const', truth: maybe(of.truth) }
        : { kind: 'maybe', of };
    }
    default:
      return formula;
  }
}

/**
 * The concentration above which the allergen counts, in ppm: the smallest threshold in force in
 * any of the jurisdictions, for how long this product stays on the skin; `null` when none is.
 */
export function thresholdPpm(
  allergen: AllergenRecord | undefined,
  compiled: CompiledTemplate,
  context: DesignContext,
): number | null {
  const { use } = compiled.source.template;
  const inForce = (allergen?.thresholds ?? []).filter(
    (threshold) =>
      context.jurisdictions.includes(threshold.jurisdiction) &&
      isValidAt(periodOf(threshold), context.at),
  );
  if (inForce.length === 0) return null;
  return Math.min(
    ...inForce.map((threshold) =>
      use === 'leaveOn' ? threshold.leaveOnPpm : threshold.rinseOffPpm,
    ),
  );
}

/** The allergen's sum; allergens without any source may still be in ingredients without a record. */
export function allergenSum(compiled: CompiledTemplate, allergen: string): SumSource {
  return compiled.allergenSums.get(allergen) ?? compiled.otherAllergens;
}

function periodOf({ validFrom, validTo }: AllergenThreshold) {
  return validTo === undefined ? { validFrom } : { validFrom, validTo };
}

function bindAllergen(
  leaf: Extract<ContextLeaf, { kind: 'allergen' }>,
  compiled: CompiledTemplate,
  context: DesignContext,
): Formula {
  const allergens =
    leaf.allergen === DECLARED ? [...new Set(context.allergies)].sort() : [leaf.allergen];
  return joined(
    'any',
    allergens.map((allergen) => {
      const record = compiled.allergensById.get(allergen);
      // Where no law sets a threshold, any trace counts: silence of the law must not let it through.
      const abovePpm = leaf.abovePpm ?? thresholdPpm(record, compiled, context) ?? 0;
      return bindSum(allergenSum(compiled, allergen), abovePpm * MICRO);
    }),
  );
}

function bindSum(source: SumSource, above: number): Formula {
  if (source.parts.length === 0 && !source.baseUnknown) return constant(source.base > above);
  return { kind: 'sum', source, op: 'gt', value: above };
}

function joined(kind: 'all' | 'any', parts: readonly Formula[]): Formula {
  const [empty, final] = kind === 'all' ? [TRUE, FALSE] : [FALSE, TRUE];
  const combine = kind === 'all' ? conjoined : disjoined;
  let known = empty;
  const open: Formula[] = [];
  for (const part of parts) {
    if (part.kind === 'const') known = combine(known, part.truth);
    else open.push(part);
  }
  if (known === final || open.length === 0) return { kind: 'const', truth: known };
  if (known !== empty) open.push({ kind: 'const', truth: known });
  const [first] = open;
  return open.length === 1 && first !== undefined ? first : { kind, of: open };
}

function opposite(of: Formula): Formula {
  if (of.kind === 'const') return { kind: 'const', truth: negated(of.truth) };
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

function constant(truth: boolean): Formula {
  return { kind: 'const', truth: truth ? TRUE : FALSE };
}

function isConst(formula: Formula, truth: number): boolean {
  return formula.kind === 'const' && formula.truth === truth;
}
