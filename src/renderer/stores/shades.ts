import { create } from 'zustand';
import type { RequestInput, RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk } from './client.ts';

type Grid = RequestOutput<'shades.grid'>;
type Query = RequestInput<'shades.match'>;
export type Tone = Grid['rows'][number][number];
export type Undertone = Tone['undertone'];
export type Lab = Tone['lab'];

/** What cannot be used of the readings, and which of them, from 0. */
interface ReadingsFault {
  readonly code: ErrorCode;
  readonly readings: readonly number[];
}

interface Shades {
  readonly grid: Grid | null;
  readonly fault: ErrorCode | null;
  /** Whose shade is looked for: a tone that was touched, or readings. Only ever here, in memory. */
  readonly from: Query['tone'] | null;
  readonly lighter: number;
  readonly warmer: number;
  /** What the shopper says of themselves. */
  readonly undertone: Undertone | null;
  readonly category: string | null;
  readonly answer: RequestOutput<'shades.match'> | null;
  readonly readingsFault: ReadingsFault | null;
}

const empty: Shades = {
  grid: null,
  fault: null,
  from: null,
  lighter: 0,
  warmer: 0,
  undertone: null,
  category: null,
  answer: null,
  readingsFault: null,
};

export const useShades = create<Shades>(() => empty);

const turns = createTurns();
/** The shortest way from the lightest to the deepest. */
const mostSteps = 10;
const shown = 6;

export async function loadShades(): Promise<void> {
  const answer = await kiosk().invoke('shades.grid', {});
  if (!answer.ok) {
    useShades.setState({ fault: answer.error.code });
    return;
  }
  const [first] = answer.value.categories;
  useShades.setState({
    grid: answer.value,
    fault: null,
    category: useShades.getState().category ?? first?.value ?? null,
  });
}

/** Begins from a tone of the grid. */
export function pickTone({ lab }: Tone): void {
  look({ from: { kind: 'lab', lab }, lighter: 0, warmer: 0 });
}

/** Begins from readings; true when they could be used. */
export async function readSkin(readings: readonly Lab[]): Promise<boolean> {
  const from = { kind: 'readings' as const, readings: [...readings] };
  await look({ from, lighter: 0, warmer: 0, readingsFault: null });
  return useShades.getState().readingsFault === null;
}

/** One step lighter (or deeper), warmer (or cooler) than what is looked for now. */
export function nudge({
  lighter = 0,
  warmer = 0,
}: {
  readonly lighter?: number;
  readonly warmer?: number;
}): void {
  const now = useShades.getState();
  void look({ lighter: within(now.lighter + lighter), warmer: within(now.warmer + warmer) });
}

export function sayUndertone(undertone: Undertone | null): void {
  void look({ undertone });
}

export function lookIn(category: string): void {
  void look({ category });
}

export function forgetShades(): void {
  turns.overtake();
  useShades.setState(empty);
}

function within(steps: number): number {
  return Math.max(-mostSteps, Math.min(mostSteps, steps));
}

/** Looks for what is wanted now; the last wish wins. */
async function look(wish: Partial<Shades>): Promise<void> {
  useShades.setState(wish);
  const { from, lighter, warmer, undertone, category } = useShades.getState();
  if (from === null) return;
  const isLast = turns.begin();
  const answer = await kiosk().invoke('shades.match', {
    tone: from,
    nudges: { lighter, warmer },
    ...(undertone === null ? {} : { undertone }),
    ...(category === null ? {} : { category }),
    limit: shown,
  });
  if (!isLast()) return;
  if (answer.ok) {
    useShades.setState({ answer: answer.value, fault: null });
    return;
  }
  const { code, details } = answer.error;
  if (from.kind === 'readings') {
    useShades.setState({
      from: null,
      answer: null,
      readingsFault: { code, readings: named(details) },
    });
  } else {
    useShades.setState({ fault: code });
  }
}

/** The readings that a refusal names. */
function named(details: unknown): readonly number[] {
  const readings = details !== null && typeof details === 'object' && 'readings' in details;
  return readings && Array.isArray(details.readings)
    ? details.readings.filter(Number.isInteger)
    : [];
}
