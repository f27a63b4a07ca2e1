import { create } from 'zustand';
import type { RequestResult } from '#shared/contract/ipc/contract.ts';
import type { SetAsideEvent, SyncStatus } from '#shared/contract/ipc/sync.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk, send } from './client.ts';
import { showFault } from './notices.ts';

interface SyncState {
  /** The line to head office; `null` until the core told about it. */
  readonly status: SyncStatus | null;
  readonly fault: ErrorCode | null;
  /** What head office refused, the oldest first; `null` until it was asked for. */
  readonly refused: readonly SetAsideEvent[] | null;
  readonly refusedFault: ErrorCode | null;
}

export const useSync = create<SyncState>(() => ({
  status: null,
  fault: null,
  refused: null,
  refusedFault: null,
}));

/** An event tells what is newer than any answer that is still under way. */
const turns = createTurns();

let watchers = 0;
let loading = false;
let changedMeanwhile = false;

export async function followSync(): Promise<void> {
  kiosk().subscribe('sync.changed', (status) => {
    turns.overtake();
    useSync.setState({ status, fault: null });
    // The number of refused events may be the same and the events be others.
    if (watchers > 0) void loadRefused();
  });
  await loadSync();
}

export async function loadSync(): Promise<void> {
  const isLast = turns.begin();
  const answer = await kiosk().invoke('sync.status', {});
  if (!isLast()) return;
  if (answer.ok) useSync.setState({ status: answer.value, fault: null });
  else useSync.setState({ fault: answer.error.code });
}

/** Resolves to why head office did not let this kiosk in, or null. */
export async function enrol(url: string, code: string): Promise<ErrorCode | null> {
  return keep(send('sync.enrol', { url, code }));
}

/** Sends and fetches now. Resolves to how the line is then; `null` when that could not be tried. */
export async function syncNow(): Promise<SyncStatus['state'] | null> {
  const fault = await keep(send('sync.now', {}));
  if (fault !== null) showFault(fault);
  return fault === null ? (useSync.getState().status?.state ?? null) : null;
}

/** Keeps the list of refused events up to date until the returned function is called. */
export function watchRefused(): () => void {
  watchers += 1;
  void loadRefused();
  return () => {
    watchers -= 1;
  };
}

/** One question at a time, however much changes: the next one follows when this one is answered. */
export async function loadRefused(): Promise<void> {
  changedMeanwhile = loading;
  if (loading) return;
  loading = true;
  const answer = await kiosk().invoke('sync.setAside', {});
  loading = false;
  if (answer.ok) useSync.setState({ refused: answer.value.events, refusedFault: null });
  else useSync.setState({ refusedFault: answer.error.code });
  if (changedMeanwhile) await loadRefused();
}

/** Has refused events sent once more: one, or all of them (`null`). */
export async function resend(deviceSeq: number | null): Promise<void> {
  const fault = await keep(send('sync.retry', { deviceSeq }));
  if (fault !== null) showFault(fault);
  await loadRefused();
}

type StatusAnswer = RequestResult<'sync.enrol' | 'sync.now' | 'sync.retry'>;

async function keep(answering: Promise<StatusAnswer>): Promise<ErrorCode | null> {
  const isLast = turns.begin();
  const answer = await answering;
  if (!answer.ok) return answer.error.code;
  if (isLast()) useSync.setState({ status: answer.value, fault: null });
  return null;
}
