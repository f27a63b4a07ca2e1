import { ABSENT, type Box, dropOption, fixNumber, GIVEN, takeOption, unboundedBox } from './box.ts';
import type { Chosen } from './choices.ts';
import { allergenSum, MICRO, thresholdPpm } from './context.ts';
import type { DesignContext } from './design.ts';
import type { AllergenLevel } from './evaluation.ts';
import { rangeOf } from './formula.ts';
import type { CompiledTemplate } from './model.ts';

/** Every allergen in what is chosen so far, by id. */
export function allergenLevels(
  compiled: CompiledTemplate,
  picks: readonly Chosen[],
  context: DesignContext,
): readonly AllergenLevel[] {
  const design = boxOf(compiled, picks);
  const declared = new Set(context.allergies);
  const ids = new Set([...compiled.allergenSums.keys(), ...context.allergies]);
  return [...ids].sort().flatMap((allergen) => {
    const { low, surelyUnknown } = rangeOf(allergenSum(compiled, allergen), design);
    if (low === 0 && !surelyUnknown) return [];
    const record = compiled.allergensById.get(allergen);
    const threshold = thresholdPpm(record, compiled, context);
    return {
      allergen,
      labelName: record?.labelName ?? allergen,
      ppm: surelyUnknown ? null : low / MICRO,
      onLabel: threshold !== null && (surelyUnknown || low > threshold * MICRO),
      declared: declared.has(allergen),
    };
  });
}

/** The box of this one design. */
function boxOf(compiled: CompiledTemplate, picks: readonly Chosen[]): Box {
  const box = unboundedBox(compiled);
  for (const group of compiled.groups) {
    if (group.kind === 'number') box.given[group.index] = ABSENT;
  }
  const chosen = new Set<number>();
  for (const pick of picks) {
    if (pick.kind === 'number') fixNumber(box, pick.group, pick.value, GIVEN);
    else chosen.add(pick.option.index);
  }
  for (const option of compiled.options) {
    if (chosen.has(option.index)) takeOption(box, compiled, option);
    else dropOption(box, compiled, option);
  }
  return box;
}
