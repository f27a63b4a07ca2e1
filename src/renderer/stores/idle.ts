import { create } from 'zustand';
import { useCheckout } from './checkout.ts';
import { kiosk } from './client.ts';
import { hasWishes, useComfort } from './comfort.ts';
import { leaveShop } from './leaving.ts';
import { useNavigation } from './navigation.ts';
import { isForStaff } from './route.ts';
import { endSession } from './session.ts';

/** So long nobody has to touch anything before they are asked whether they are still there. */
const quietMs = 90_000;
/** So long they have to answer; WCAG 2.2, 2.2.1 asks for 20 s, and as often as they like. */
export const warningS = 30;
const secondMs = 1_000;

interface Idle {
  /** Seconds until everything is cleared, while that is being told; else `null`. */
  readonly leftS: number | null;
}

export const useIdle = create<Idle>(() => ({ leftS: null }));

let quietTimer: ReturnType<typeof setTimeout> | undefined;
let countdown: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Told of every sign that somebody is there. Returns the function that ends it. */
export function onStay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Somebody is there: whatever was counted begins anew. UIX-51 */
export function stay(): void {
  for (const listener of listeners) listener();
  clearTimeout(quietTimer);
  clearInterval(countdown);
  if (useIdle.getState().leftS !== null) useIdle.setState({ leftS: null });
  if (isWatched()) quietTimer = setTimeout(warn, quietMs);
}

/** Nobody is waited for at an untouched beginning, while a payment is under way, or where associates work. */
function isWatched(): boolean {
  const { screen } = useNavigation.getState().route;
  if (screen === 'welcome') return hasWishes();
  return !isForStaff(screen) && !useCheckout.getState().busy;
}

function warn(): void {
  // What may not be interrupted may have begun meanwhile.
  if (!isWatched()) return;
  useIdle.setState({ leftS: warningS });
  countdown = setInterval(() => {
    const left = (useIdle.getState().leftS ?? 0) - 1;
    if (left > 0) useIdle.setState({ leftS: left });
    else void timeOut();
  }, secondMs);
}

/** Nobody answered: everything of the shopper goes. */
function timeOut(): Promise<void> {
  return end(endSession);
}

/** Somebody answered that they are done. */
export function leave(): Promise<void> {
  return end(leaveShop);
}

/** When a payment keeps it, the count begins anew. */
async function end(how: () => Promise<void>): Promise<void> {
  clearInterval(countdown);
  useIdle.setState({ leftS: null });
  await how();
  stay();
}

/** A touch or a key is somebody; what presses a button of the warning itself waits for what that does. */
function hear(event?: Event): void {
  const { leftS } = useIdle.getState();
  const isOtherKey =
    event !== undefined && 'key' in event && event.key !== 'Enter' && event.key !== ' ';
  if (leftS !== null && !isOtherKey && isOnButtonOfWarning(event?.target)) return;
  stay();
}

function isOnButtonOfWarning(target: EventTarget | null | undefined): boolean {
  return (
    typeof Element !== 'undefined' &&
    target instanceof Element &&
    target.closest('[role="alertdialog"] button') !== null
  );
}

/** Counts from the last touch, key, letter or scan on; what may be a scanner's keys is heard of as the letters it types. */
export function followIdle(): void {
  for (const name of ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel'] as const) {
    window.addEventListener(name, hear, { capture: true, passive: true });
  }
  kiosk().subscribe('scanner.scanned', stay);
  useNavigation.subscribe(stay);
  useComfort.subscribe(stay);
  useCheckout.subscribe(({ busy }, before) => {
    if (busy !== before.busy) stay();
  });
  stay();
}
