import { create } from 'zustand';
import type { FormulaCard, FoundCard } from '#shared/contract/ipc/card.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import { designCodeLength, typedDesignCode } from '#shared/domain/customization/design-code.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { latinDigits } from '#shared/lib/latin-digits.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk, send } from './client.ts';
import { useComfort } from './comfort.ts';
import { beginFrom, declareAllergies } from './customizer.ts';
import { go } from './navigation.ts';

/** A design whose card is offered. */
export interface CardSubject {
  readonly sku: string;
  readonly design: Design;
}

interface CardsState {
  /** Cards of this shopper's designs, by the design itself: each is kept once. */
  readonly kept: ReadonlyMap<string, FormulaCard>;
  readonly keepFault: ErrorCode | null;
  /** The newest paper of a card, by its code. */
  readonly papers: ReadonlyMap<string, PrintJobView>;
  /** Where somebody who has a card is; `null` when nobody asked. */
  readonly search: CardSearch | null;
}

interface CardSearch {
  /** What was typed so far, in the letters of codes. */
  readonly typed: string;
  readonly looking: boolean;
  readonly refusal: ErrorCode | null;
  readonly found: FoundCard | null;
}

const nothing: CardsState = { kept: new Map(), keepFault: null, papers: new Map(), search: null };
const asking: CardSearch = { typed: '', looking: false, refusal: null, found: null };

export const useCards = create<CardsState>(() => nothing);

const searchTurns = createTurns();
let keeping = new Set<string>();
/** What was last told of this shopper's papers, by their job's id. */
const told = new Map<number, PrintJobView>();

export function followCards(): void {
  kiosk().subscribe('printing.changed', (job) => {
    if (job.kind !== 'card') return;
    told.set(job.id, job);
    const { papers } = useCards.getState();
    for (const [code, known] of papers) if (known.id === job.id) keepPaper(code, job);
  });
}

export function cardKey({ sku, design }: CardSubject): string {
  return JSON.stringify([sku, design]);
}

/** Has the design kept, once for each shopper however often its card is looked at. CRD-2 */
export async function keepCard(subject: CardSubject): Promise<void> {
  const key = cardKey(subject);
  useCards.setState({ keepFault: null });
  if (useCards.getState().kept.has(key) || keeping.has(key)) return;
  const mine = keeping;
  mine.add(key);
  const answer = await send('card.keep', { sku: subject.sku, design: subject.design });
  mine.delete(key);
  // The shopper left meanwhile: the card is nobody's on this screen.
  if (mine !== keeping) return;
  if (answer.ok) {
    useCards.setState(({ kept }) => ({ kept: new Map([...kept, [key, answer.value]]) }));
  } else {
    useCards.setState({ keepFault: answer.error.code });
  }
}

export async function printCard(code: string, allergies: readonly string[]): Promise<void> {
  const { language } = useComfort.getState();
  const mine = keeping;
  const answer = await send('card.print', { code, allergies: [...allergies], language });
  if (mine !== keeping) return;
  // What became of it since may have been told before this answer came.
  if (answer.ok) keepPaper(code, told.get(answer.value.id) ?? answer.value);
  else useCards.setState({ keepFault: answer.error.code });
}

function keepPaper(code: string, job: PrintJobView): void {
  useCards.setState(({ papers }) => ({ papers: new Map([...papers, [code, job]]) }));
}

export function askForCard(): void {
  searchTurns.overtake();
  useCards.setState({ search: asking });
}

export function closeCardSearch(): void {
  searchTurns.overtake();
  useCards.setState({ search: null });
}

export function typeCode(text: string): void {
  const typed = typedDesignCode(latinDigits(text))
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, designCodeLength);
  searchTurns.overtake();
  useCards.setState({ search: { ...asking, typed } });
}

/** Looks up what was typed, or what a scanner read. */
export async function findCard(text: string): Promise<void> {
  const isLast = searchTurns.begin();
  const { search } = useCards.getState();
  useCards.setState({ search: { ...asking, typed: search?.typed ?? '', looking: true } });
  const answer = await kiosk().invoke('card.find', { text });
  if (!isLast()) return;
  const { search: now } = useCards.getState();
  const typed = now?.typed ?? '';
  useCards.setState({
    search: answer.ok
      ? { ...asking, typed, found: answer.value }
      : { ...asking, typed, refusal: answer.error.code },
  });
}

/** The designer begins with what the card says, in place of a design of the same product that was begun. */
export function openFoundCard(): void {
  const found = useCards.getState().search?.found ?? null;
  if (found === null) return;
  closeCardSearch();
  if (found.allergies.length > 0) declareAllergies(found.allergies);
  beginFrom(found.sku, found.design.selections, found.step);
  go({ screen: 'customize', sku: found.sku });
}

/** Nothing of this shopper's cards stays. */
export function forgetCards(): void {
  searchTurns.overtake();
  keeping = new Set();
  told.clear();
  useCards.setState(nothing);
}
