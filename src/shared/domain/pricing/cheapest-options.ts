import type { UnixMs } from '../../lib/time.ts';
import type { StoreRecord } from '../catalog/store.ts';
import type { CompiledTemplate } from '../customization/model.ts';
import { leastOptionsMinor } from './least-options.ts';

/** PRC-102: whom a price "from" is for, as nobody told anything yet. */
const somebody = { allergies: [], ageYears: 30 };

/** Base prices, stores and times that one template is asked about before it begins anew. */
const rememberedAnswers = 20;
// The answer is a function of what it is remembered under, and a compiled template never changes.
const answersByTemplate = new WeakMap<CompiledTemplate, Map<string, number | null>>();

/**
 * What the cheapest design of a custom product adds to its base price in a store, minor units; found once
 * for a base price and for as long as the same rules hold. `null` when no design can be made.
 */
export function cheapestOptions(
  compiled: CompiledTemplate,
  { jurisdictions }: Pick<StoreRecord, 'jurisdictions'>,
  at: UnixMs,
  unitBaseMinor: number,
): number | null {
  const answers = answersByTemplate.get(compiled) ?? new Map<string, number | null>();
  answersByTemplate.set(compiled, answers);
  const key = [unitBaseMinor, periodOf(compiled, at), ...jurisdictions].join('|');
  const known = answers.get(key);
  if (known !== undefined) return known;
  const context = { ...somebody, jurisdictions, at };
  const answer = leastOptionsMinor(compiled, context, unitBaseMinor);
  if (answers.size >= rememberedAnswers) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** The same number for as long as no threshold begins or ends: nothing else in rules follows the time. */
function periodOf({ source }: CompiledTemplate, at: UnixMs): number {
  let changes = 0;
  for (const { thresholds } of source.allergens) {
    for (const { validFrom, validTo } of thresholds) {
      if (validFrom <= at) changes += 1;
      if (validTo !== undefined && validTo <= at) changes += 1;
    }
  }
  return changes;
}
