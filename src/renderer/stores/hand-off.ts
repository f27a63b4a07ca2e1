import { create } from 'zustand';
import type { LoadedHandOff, MadeHandOff } from '#shared/contract/ipc/hand-off.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { beginNewCart, refreshCart, useCart } from './cart.ts';
import { chooseMethod } from './checkout.ts';
import { kiosk, newId, send } from './client.ts';
import { useComfort } from './comfort.ts';
import { go } from './navigation.ts';
import { showFault, showToast } from './notices.ts';

interface HandOffState {
  /** The bag that all of this is about: after a sale there is another one. */
  readonly cartId: string | null;
  /** Of the bag as it is now; `null` while it is being made. */
  readonly made: MadeHandOff | null;
  readonly fault: ErrorCode | null;
  readonly paper: PrintJobView | null;
  /** The bag here came from another screen. */
  readonly loaded: LoadedHandOff | null;
}

const nothing: HandOffState = {
  cartId: null,
  made: null,
  fault: null,
  paper: null,
  loaded: null,
};

export const useHandOff = create<HandOffState>(() => nothing);

const turns = createTurns();
/** What was last told of each slip, by its job's id: it may come before the answer. */
const told = new Map<number, PrintJobView>();

export function followHandOffs(): void {
  kiosk().subscribe('printing.changed', (job) => {
    if (job.kind !== 'slip') return;
    told.set(job.id, job);
    if (useHandOff.getState().paper?.id === job.id) useHandOff.setState({ paper: job });
  });
}

/** Makes the code of the bag, anew each time that somebody wants to pay in cash. */
export async function makeHandOff(): Promise<void> {
  const isLast = turns.begin();
  const { cartId } = useCart.getState();
  const known = useHandOff.getState();
  const loaded = known.cartId === cartId ? known.loaded : null;
  useHandOff.setState({ ...nothing, cartId, loaded });
  const answer = await send('handOff.make', { cartId });
  if (!isLast()) return;
  if (answer.ok) useHandOff.setState({ made: answer.value });
  else useHandOff.setState({ fault: answer.error.code });
}

export async function printHandOff(): Promise<void> {
  const { made } = useHandOff.getState();
  if (made === null) return;
  const { language } = useComfort.getState();
  const answer = await send('handOff.print', { text: made.text, language });
  if (useHandOff.getState().made !== made) return;
  if (answer.ok) useHandOff.setState({ paper: told.get(answer.value.id) ?? answer.value });
  else showFault(answer.error.code);
}

/** A scanned hand-off leads to its cash payment: of the bag here when it is this one. HOF-6 */
export async function takeHandOff(text: string): Promise<void> {
  const { made, cartId: madeOf } = useHandOff.getState();
  const { cart, cartId: here } = useCart.getState();
  if (cart !== null && cart.lines.length > 0) {
    if (madeOf === here && made?.text === text.trim().toUpperCase()) payHere();
    else showToast({ messageKey: 'errors.handOff.bagNotEmpty' });
    return;
  }
  const isLast = turns.begin();
  const cartId = newId();
  const answer = await send('handOff.load', { cartId, text });
  if (!isLast()) return;
  if (!answer.ok) {
    showFault(answer.error.code);
    return;
  }
  const { code, lines } = answer.value;
  if (lines === 0) {
    showToast({ messageKey: 'handOff.nothing', params: { code } });
    return;
  }
  beginNewCart();
  useCart.setState({ cartId });
  useHandOff.setState({ ...nothing, cartId, loaded: answer.value });
  await refreshCart();
  payHere();
}

function payHere(): void {
  chooseMethod('cash');
  go({ screen: 'payment' });
}

/** Nothing of a bag that was handed off stays. */
export function forgetHandOff(): void {
  turns.overtake();
  told.clear();
  useHandOff.setState(nothing);
}
