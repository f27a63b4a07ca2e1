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
  readonly fault: ErrorCode | null;
}

const pageSize = 30;
const turns = createTurns();

export const useSearch = create<SearchState>(() => ({
  query: { text: '' },
  output: null,
  busy: false,
  fault: null,
}));

/** Searches afresh; the previous hits stay on the screen until the new ones are there. */
export async function search(query: SearchState['query']): Promise<void> {
  const isLast = turns.begin();
  useSearch.setState({ query, busy: true });
  const answer = await kiosk().invoke('catalog.search', { ...query, offset: 0, limit: pageSize });
  if (!isLast()) return;
  if (answer.ok) useSearch.setState({ output: answer.value, busy: false, fault: null });
  else useSearch.setState({ output: null, busy: false, fault: answer.error.code });
}

/** The next page of the same search, added below. */
export async function searchMore(): Promise<void> {
  const { query, output, busy } = useSearch.getState();
  if (output === null || busy) return;
  const isLast = turns.begin();
  useSearch.setState({ busy: true });
  const offset = output.hits.length;
  const answer = await kiosk().invoke('catalog.search', { ...query, offset, limit: pageSize });
  if (!isLast()) return;
  if (!answer.ok) {
    // What was found so far stays; only the rest of it is missing.
    useSearch.setState({ busy: false });
    showFault(answer.error.code);
    return;
  }
  const hits = [...output.hits, ...answer.value.hits];
  useSearch.setState({ output: { ...output, hits }, busy: false, fault: null });
}

export function forgetSearch(): void {
  turns.overtake();
  useSearch.setState({ query: { text: '' }, output: null, busy: false, fault: null });
}
