import { create } from 'zustand';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { Evaluation, Violation } from '#shared/domain/customization/evaluation.ts';
import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { applyChanges, type Change, type Selections } from '../lib/selections.ts';
import { addLine, type Declaration, replaceDesign, useCart } from './cart.ts';
import { kiosk } from './client.ts';
import { go } from './navigation.ts';
import { showFault } from './notices.ts';

type Subject = RequestOutput<'catalog.template'>;

interface CustomizerState {
  readonly subject: Subject | null;
  readonly fault: ErrorCode | null;
  /** The line in the bag whose design is being changed. */
  readonly line: string | null;
  readonly selections: Selections;
  readonly declaration: Declaration;
  /** Of the newest design that was answered; a moment older than `selections` after a tap. */
  readonly evaluation: Evaluation | null;
  readonly price: QuoteLine | null;
  /** The group that is open. */
  readonly step: string;
  /** What lies over the design. */
  readonly panel: 'aboutYou' | 'allergens' | null;
  readonly saving: boolean;
}

const empty: CustomizerState = {
  subject: null,
  fault: null,
  line: null,
  selections: {},
  declaration: { allergies: [] },
  evaluation: null,
  price: null,
  step: '',
  panel: null,
  saving: false,
};

export const useCustomizer = create<CustomizerState>(() => empty);

const openTurns = createTurns();
const judgeTurns = createTurns();

/** Begins a design, goes on with the one under way, or takes up the one of a line in the bag. */
export async function openCustomizer(sku: string, line: string | null): Promise<void> {
  const known = useCustomizer.getState();
  if (known.subject?.card.product.sku === sku && known.line === line) return;
  const isLast = openTurns.begin();
  judgeTurns.overtake();
  useCustomizer.setState(empty);
  const answer = await kiosk().invoke('catalog.template', { sku });
  if (!isLast()) return;
  if (!answer.ok) {
    useCustomizer.setState({ fault: answer.error.code });
    return;
  }
  const { cart, declarations } = useCart.getState();
  const inBag = cart?.lines.find((candidate) => candidate.line.lineId === line);
  useCustomizer.setState({
    subject: answer.value,
    line: inBag === undefined ? null : line,
    selections: inBag?.line.design?.selections ?? {},
    declaration: (line === null ? undefined : declarations[line]) ?? { allergies: [] },
    step: answer.value.template.groups[0]?.id ?? '',
  });
  await judge();
}

/** Asks what is allowed and what it costs; an answer about an older design is dropped. */
async function judge(): Promise<void> {
  const { subject, selections, declaration } = useCustomizer.getState();
  if (subject === null) return;
  const isLast = judgeTurns.begin();
  const answer = await kiosk().invoke('design.evaluate', {
    sku: subject.card.product.sku,
    design: { template: subject.template.id, selections: { ...selections } },
    declaration,
  });
  if (!isLast()) return;
  if (answer.ok) useCustomizer.setState(answer.value);
  else showFault(answer.error.code);
}

export function change(changes: readonly Change[]): void {
  useCustomizer.setState(({ selections }) => ({ selections: applyChanges(selections, changes) }));
  void judge();
}

export function showStep(step: string): void {
  useCustomizer.setState({ step });
}

export function showPanel(panel: CustomizerState['panel']): void {
  useCustomizer.setState({ panel });
}

export function declareAllergy(allergen: string, declared: boolean): void {
  const { allergies, ...rest } = useCustomizer.getState().declaration;
  const others = allergies.filter((id) => id !== allergen);
  useCustomizer.setState({
    declaration: { ...rest, allergies: declared ? [...others, allergen] : others },
  });
  void judge();
}

export function declareAge(ageYears: number | undefined): void {
  const { allergies } = useCustomizer.getState().declaration;
  useCustomizer.setState({
    declaration: ageYears === undefined ? { allergies } : { allergies, ageYears },
  });
  void judge();
}

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
  showFault(answer.error.code);
  return null;
}

/** Puts the finished design into the bag, or back into its line. */
export async function saveDesign(): Promise<void> {
  const { subject, line, selections, declaration, saving } = useCustomizer.getState();
  if (subject === null || saving) return;
  useCustomizer.setState({ saving: true });
  const design = { template: subject.template.id, selections: { ...selections } };
  const saved =
    line === null
      ? await addLine({ sku: subject.card.product.sku, quantity: 1, design, declaration })
      : await replaceDesign(line, design, declaration);
  useCustomizer.setState({ saving: false });
  if (!saved) return;
  closeCustomizer();
  go({ screen: 'cart' });
}

export function closeCustomizer(): void {
  openTurns.overtake();
  judgeTurns.overtake();
  useCustomizer.setState(empty);
}
