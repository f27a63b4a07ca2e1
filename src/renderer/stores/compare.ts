import { create } from 'zustand';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { changesBetween } from '../lib/design-history.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk } from './client.ts';
import { change, keepBeside, useCustomizer } from './customizer.ts';
import { showFault } from './notices.ts';

interface Compare {
  readonly isOpen: boolean;
  /** What the kept design is worth now; `null` until it was answered. */
  readonly judged: RequestOutput<'design.evaluate'> | null;
}

const closed: Compare = { isOpen: false, judged: null };

export const useCompare = create<Compare>(() => closed);

const turns = createTurns();

/** Shows both designs; the kept one is judged and priced anew, as rules and prices may have changed. UIX-92 */
export async function openCompare(): Promise<void> {
  const { subject, pinned, declaration } = useCustomizer.getState();
  if (subject === null || pinned === null) return;
  useCompare.setState({ isOpen: true, judged: null });
  const isLast = turns.begin();
  const answer = await kiosk().invoke('design.evaluate', {
    sku: subject.card.product.sku,
    design: { template: subject.template.id, selections: { ...pinned } },
    declaration,
  });
  if (!isLast()) return;
  if (answer.ok) {
    useCompare.setState({ judged: answer.value });
    return;
  }
  closeCompare();
  showFault(answer.error.code);
  // A new catalog does not know what was kept.
  if (answer.error.code === 'design.malformed') keepBeside(null);
}

export function closeCompare(): void {
  turns.overtake();
  useCompare.setState(closed);
}

/** Goes on with one of the two; the other is kept no longer. Taking the kept one is a change that can be taken back. */
export function takeDesign(which: 'now' | 'kept'): void {
  const { selections, pinned } = useCustomizer.getState();
  closeCompare();
  keepBeside(null);
  if (which === 'kept' && pinned !== null) change(changesBetween(selections, pinned));
}
