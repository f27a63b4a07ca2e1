import { create } from 'zustand';
import type { SearchInput, SearchOutput } from '#shared/contract/ipc/catalog.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk } from './client.ts';
import { showFault } from './notices.ts';

interface SearchState {
  readonly query: Omit<SearchInput, 'offset' | 'limit'>;
  readonly output: SearchOutput | null;
  readonly busy: boolean;
  /** The next page did not come; it is asked for again by hand. */
  readonly stuck: boolean;
  readonly fault: ErrorCode | null;
}

const pageSize = 30;
/** The core counts no further from the first. */
const mostHits = 10_000;
const turns = createTurns();

export const useSearch = create<SearchState>(() => ({
  query: { text: '' },
  output: null,
  busy: false,
  stuck: false,
  fault: null,
}));

/** Searches afresh; the previous hits stay on the screen until the new ones are there. */
export async function search(query: SearchState['query']): Promise<void> {
  const isLast = turns.begin();
  useSearch.setState({ query, busy: true, stuck: false });
  const answer = await kiosk().invoke('catalog.search', { ...query, offset: 0, limit: pageSize });
  if (!isLast()) return;
  if (answer.ok) useSearch.setState({ output: answer.value, busy: false, fault: null });
  else useSearch.setState({ output: null, busy: false, fault: answer.error.code });
}

/** Whether a search has hits that are not on the screen yet. */
export function hasMore({ hits, total, more }: SearchOutput): boolean {
  return hits.length > 0 && hits.length < mostHits && (more || hits.length < total);
}

/** The next page of the same search, added below. */
export async function searchMore(): Promise<void> {
  const { query, output, busy } = useSearch.getState();
  if (output === null || busy || !hasMore(output)) return;
  const isLast = turns.begin();
  useSearch.setState({ busy: true, stuck: false });
  const offset = output.hits.length;
  const answer = await kiosk().invoke('catalog.search', { ...query, offset, limit: pageSize });
  if (!isLast()) return;
  if (!answer.ok) {
    // What was found so far stays; only the rest of it is missing.
    useSearch.setState({ busy: false, stuck: true });
    showFault(answer.error.code);
    return;
  }
  const hits = [...output.hits, ...answer.value.hits];
  // A catalog that became smaller meanwhile has no more than these.
  const end = answer.value.hits.length === 0 ? { total: hits.length, more: false } : {};
  useSearch.setState({ output: { ...output, hits, ...end }, busy: false, fault: null });
}

export function forgetSearch(): void {
  turns.overtake();
  useSearch.setState({ query: { text: '' }, output: null, busy: false, stuck: false, fault: null });
}
