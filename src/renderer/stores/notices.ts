import { create } from 'zustand';
import type { ErrorCode } from '#shared/lib/errors.ts';

/** A short message at the edge of the screen, perhaps with one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly messageKey: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly action?: { readonly labelKey: string; readonly run: () => void };
}

interface Notices {
  /** What went wrong and must be read before going on. */
  readonly fault: ErrorCode | null;
  readonly toast: Toast | null;
}

export const useNotices = create<Notices>(() => ({ fault: null, toast: null }));

const toastMs = 7000;
let toastCount = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showFault(code: ErrorCode): void {
  useNotices.setState({ fault: code });
}

export function dismissFault(): void {
  useNotices.setState({ fault: null });
}

export function showToast(toast: Omit<Toast, 'id'>): void {
  toastCount += 1;
  clearTimeout(timer);
  timer = setTimeout(dismissToast, toastMs);
  useNotices.setState({ toast: { ...toast, id: toastCount } });
}

export function dismissToast(): void {
  clearTimeout(timer);
  useNotices.setState({ toast: null });
}
