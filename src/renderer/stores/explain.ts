import type { Evaluation, Violation } from '#shared/domain/customization/evaluation.ts';
import { applyChanges, type Change } from '../lib/selections.ts';
import type { Declaration } from './cart.ts';
import { kiosk } from './client.ts';
import { useCustomizer } from './customizer.ts';
import { showFault } from './notices.ts';

/** Why something is not possible now, and what else would have to change to have it. */
export interface Explanation {
  readonly violations: readonly Violation[];
  /** Each with the wanted choice itself; fewest changes first. */
  readonly ways: readonly (readonly Change[])[];
  /** Only the age stands in the way, and nobody told it yet. */
  readonly needsAge: boolean;
}

const waysShown = 3;
// An age that no rule finds too young: tells whether the age is what is missing.
const grownUpYears = 99;

/** Asks about the design as if `wanted` were chosen, and keeps the alternatives that leave it so. */
export async function explain(wanted: Change): Promise<Explanation> {
  const { declaration } = useCustomizer.getState();
  const found = await evaluationWith(wanted, declaration);
  if (found === null) return { violations: [], ways: [], needsAge: false };
  const { violations, alternatives } = found;
  const ways = alternatives
    .filter(({ changes }) => changes.every(({ group }) => group !== wanted.group))
    .map(({ changes }) => [wanted, ...changes])
    .slice(0, waysShown);
  const needsAge =
    ways.length === 0 &&
    declaration.ageYears === undefined &&
    (await evaluationWith(wanted, { ...declaration, ageYears: grownUpYears }))?.status !==
      'invalid';
  return { violations, ways, needsAge };
}

async function evaluationWith(
  wanted: Change,
  declaration: Declaration,
): Promise<Evaluation | null> {
  const { subject, selections } = useCustomizer.getState();
  if (subject === null) return null;
  const tried = applyChanges(selections, [wanted]);
  const answer = await kiosk().invoke('design.evaluate', {
    sku: subject.card.product.sku,
    design: { template: subject.template.id, selections: { ...tried } },
    declaration,
  });
  if (answer.ok) return answer.value.evaluation;
  // The shopper went on to something else, or left.
  if (useCustomizer.getState().subject !== subject) return null;
  showFault(answer.error.code);
  return null;
}
