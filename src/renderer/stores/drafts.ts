import { create } from 'zustand';
import type { DesignHistory } from '../lib/design-history.ts';
import type { Selections } from '../lib/selections.ts';

/** A design that was begun and left for something else. */
export interface Draft {
  readonly selections: Selections;
  /** The group that was open. */
  readonly step: string;
  readonly history: DesignHistory;
  /** The design that was kept beside it. */
  readonly pinned: Selections | null;
}

type Drafts = Readonly<Record<string, Draft>>;

/** By what they are designs of; kept until they are taken up again or the shopper starts over. */
export const useDrafts = create<Drafts>(() => ({}));

/** A new design of a product, or changes to a line in the bag. */
function keyOf(sku: string, line: string | null): string {
  return line === null ? `new:${sku}` : `line:${line}`;
}

export function putAside(sku: string, line: string | null, draft: Draft): void {
  if (line === null && !isBegun(draft.selections)) return;
  useDrafts.setState({ [keyOf(sku, line)]: draft });
}

/** Takes a draft up again: it is then the design on the screen and no draft any more. */
export function takeUp(sku: string, line: string | null): Draft | undefined {
  const { [keyOf(sku, line)]: draft, ...others } = useDrafts.getState();
  if (draft !== undefined) useDrafts.setState(others, true);
  return draft;
}

export function forgetDrafts(): void {
  useDrafts.setState({}, true);
}

export function isBegun(selections: Selections): boolean {
  return Object.keys(selections).length > 0;
}

export function hasNewDraft(drafts: Drafts, sku?: string): boolean {
  return sku === undefined
    ? Object.keys(drafts).some((key) => key.startsWith('new:'))
    : keyOf(sku, null) in drafts;
}
