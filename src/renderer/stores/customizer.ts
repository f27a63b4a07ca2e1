import { create } from 'zustand';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';
import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { applyChanges, type Change, type Selections } from '../lib/selections.ts';
import { addLine, type Declaration, replaceDesign, useCart } from './cart.ts';
import { kiosk } from './client.ts';
import { forgetDrafts, hasNewDraft, isBegun, putAside, takeUp, useDrafts } from './drafts.ts';
import { go } from './navigation.ts';
import { showFault } from './notices.ts';

type Subject = RequestOutput<'catalog.template'>;

interface CustomizerState {
  readonly subject: Subject | null;
  readonly fault: ErrorCode | null;
  /** The line in the bag whose design is being changed. */
  readonly line: string | null;
  readonly selections: Selections;
  /** What this shopper told; it holds for every design until they leave. */
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

/**
 * Begins a design, goes on with one that was begun, or takes up the one of a line in the bag. What
 * was on the screen before is put aside, to be gone on with later.
 */
export async function openCustomizer(sku: string, line: string | null): Promise<void> {
  const known = useCustomizer.getState();
  if (known.subject?.card.product.sku === sku && known.line === line) return;
  const isLast = openTurns.begin();
  leaveDesign();
  const answer = await kiosk().invoke('catalog.template', { sku });
  if (!isLast()) return;
  if (!answer.ok) {
    useCustomizer.setState({ fault: answer.error.code });
    return;
  }
  const { cart, declarations } = useCart.getState();
  const inBag = cart?.lines.find((candidate) => candidate.line.lineId === line);
  const editing = inBag === undefined ? null : line;
  const draft = takeUp(sku, editing);
  const { declaration } = useCustomizer.getState();
  const toldBefore = editing === null ? undefined : declarations[editing];
  useCustomizer.setState({
    subject: answer.value,
    line: editing,
    selections: draft?.selections ?? inBag?.line.design?.selections ?? {},
    declaration: hasTold(declaration) ? declaration : (toldBefore ?? declaration),
    step: draft?.step ?? answer.value.template.groups[0]?.id ?? '',
  });
  await judge();
}

/** The new design of a product begins, or goes on, with this choice and its step. */
export function beginWith(sku: string, group: string, option: string): void {
  const { subject, line } = useCustomizer.getState();
  if (subject?.card.product.sku === sku && line === null) {
    change([{ group, selection: option }]);
    showStep(group);
    return;
  }
  const begun = takeUp(sku, null)?.selections;
  putAside(sku, null, { selections: { ...begun, [group]: option }, step: group });
}

/** Puts what is on the screen aside. */
function leaveDesign(): void {
  const { subject, line, selections, step, declaration } = useCustomizer.getState();
  judgeTurns.overtake();
  if (subject !== null) putAside(subject.card.product.sku, line, { selections, step });
  useCustomizer.setState({ ...empty, declaration });
}

function hasTold({ allergies, ageYears }: Declaration): boolean {
  return allergies.length > 0 || ageYears !== undefined;
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
  if (answer.ok) {
    useCustomizer.setState(answer.value);
    return;
  }
  showFault(answer.error.code);
  // The catalog has changed meanwhile; the shopper is told to begin it again.
  if (answer.error.code === 'design.malformed' && isBegun(selections)) {
    useCustomizer.setState({ selections: {} });
    await judge();
  }
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
  const now = useCustomizer.getState();
  if (now.subject !== subject) {
    // The shopper went on to something else meanwhile: it is in the bag, and no draft any more.
    takeUp(subject.card.product.sku, line);
    return;
  }
  judgeTurns.overtake();
  useCustomizer.setState({ ...empty, declaration: now.declaration });
  go({ screen: 'cart' });
}

/** Forgets every design that is not in the bag, and what was told. */
export function closeCustomizer(): void {
  openTurns.overtake();
  judgeTurns.overtake();
  forgetDrafts();
  useCustomizer.setState(empty);
}

/** Whether a new design was begun, of one product or of any, on the screen or put aside. */
export function useBegunDesign(sku?: string): boolean {
  const drafted = useDrafts((drafts) => hasNewDraft(drafts, sku));
  const onScreen = useCustomizer(
    ({ subject, line, selections }) =>
      subject !== null &&
      line === null &&
      (sku === undefined || subject.card.product.sku === sku) &&
      isBegun(selections),
  );
  return drafted || onScreen;
}

export function useHasTold(): boolean {
  return useCustomizer(({ declaration }) => hasTold(declaration));
}
