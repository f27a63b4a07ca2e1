import { create } from 'zustand';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';
import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import {
  changesBetween,
  type DesignHistory,
  noHistory,
  recorded,
  redone,
  undone,
} from '../lib/design-history.ts';
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
  /** What every change of this design can be taken back to. */
  readonly history: DesignHistory;
  /** An earlier one of this design, kept to be compared with it. */
  readonly pinned: Selections | null;
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
  history: noHistory,
  pinned: null,
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
    history: draft?.history ?? noHistory,
    pinned: draft?.pinned ?? null,
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
  const begun = takeUp(sku, null);
  const before = begun?.selections ?? {};
  const selections = { ...before, [group]: option };
  const history = recorded(begun?.history ?? noHistory, before, selections, null);
  putAside(sku, null, { selections, step: group, history, pinned: begun?.pinned ?? null });
}

/** The new design of a product begins with all of these choices, whatever was begun of it before. */
export function beginFrom(sku: string, selections: Selections, step: string): void {
  const { subject, line, selections: before, history } = useCustomizer.getState();
  if (subject?.card.product.sku === sku && line === null) {
    useCustomizer.setState({
      selections,
      step,
      history: recorded(history, before, selections, null),
    });
    void judge();
    return;
  }
  takeUp(sku, null);
  putAside(sku, null, { selections, step, history: noHistory, pinned: null });
}

/** Puts what is on the screen aside. */
function leaveDesign(): void {
  const { subject, line, declaration, ...design } = useCustomizer.getState();
  const { selections, step, history, pinned } = design;
  judgeTurns.overtake();
  if (subject !== null) {
    putAside(subject.card.product.sku, line, { selections, step, history, pinned });
  }
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
    useCustomizer.setState({ selections: {}, history: noHistory, pinned: null });
    await judge();
  }
}

export function change(changes: readonly Change[]): void {
  const { subject, selections, history } = useCustomizer.getState();
  const next = applyChanges(selections, changes);
  const goesOn = groupGoingOn(subject, changes);
  useCustomizer.setState({
    selections: next,
    history: recorded(history, selections, next, goesOn),
  });
  void judge();
}

/** The text that is typed, or the amount that is counted up: many changes are one to whoever makes them. */
function groupGoingOn(subject: Subject | null, changes: readonly Change[]): string | null {
  const [only] = changes;
  if (only === undefined || changes.length > 1) return null;
  const type = subject?.template.groups.find(({ id }) => id === only.group)?.type;
  return type === 'text' || type === 'amount' ? only.group : null;
}

/** Takes the last change back, and shows its step. UIX-90 */
export function undo(): void {
  goThrough(undone);
}

/** Makes the change again that was taken back last. */
export function redo(): void {
  goThrough(redone);
}

function goThrough(move: typeof undone): void {
  const { selections, history, step: open } = useCustomizer.getState();
  const moved = move(history, selections);
  if (moved === null) return;
  const [changed] = changesBetween(selections, moved.selections);
  useCustomizer.setState({ ...moved, step: changed?.group ?? open });
  void judge();
}

/** Keeps a design to compare with what it becomes; `null` forgets it. UIX-91 */
export function keepBeside(pinned: Selections | null): void {
  useCustomizer.setState({ pinned });
}

export function showStep(step: string): void {
  useCustomizer.setState(({ history }) => ({ step, history: { ...history, goingOn: null } }));
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

/** Told besides what was told already. */
export function declareAllergies(told: readonly string[]): void {
  const { allergies, ...rest } = useCustomizer.getState().declaration;
  useCustomizer.setState({
    declaration: { ...rest, allergies: [...new Set([...allergies, ...told])] },
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
