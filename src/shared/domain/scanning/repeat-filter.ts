import type { UnixMs } from '../../lib/time.ts';

/** Tells codes that were shown from codes that are still being shown. */
export interface RepeatFilter {
  /** False when this code was read less than the window ago: the scanner is held on it. DEV-72. */
  isNew(text: string, at: UnixMs): boolean;
}

/** Shorter than a hand needs to scan the same thing twice, longer than a scanner needs to read it again. */
const defaultRepeatWindowMs = 400;

/**
 * The window begins anew with each reading, so that a code counts once for as long as the scanner is
 * held on it. Each code has its own: two codes on one box do not wake each other up.
 */
export function createRepeatFilter(windowMs = defaultRepeatWindowMs): RepeatFilter {
  const readAt = new Map<string, UnixMs>();
  return {
    isNew(text, at) {
      const before = readAt.get(text);
      readAt.delete(text);
      readAt.set(text, at);
      forgetBefore(readAt, at - windowMs);
      // A clock that was set back tells nothing about how long ago it was.
      return before === undefined || at < before || at - before >= windowMs;
    },
  };
}

/** Oldest first, because each reading moves to the end. */
function forgetBefore(readAt: Map<string, UnixMs>, before: UnixMs): void {
  for (const [text, at] of readAt) {
    if (at > before) return;
    readAt.delete(text);
  }
}
