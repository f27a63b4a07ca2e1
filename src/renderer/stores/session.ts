import { create } from 'zustand';
import type { EventPayload } from '#shared/contract/ipc/contract.ts';
import { isCardText } from '#shared/domain/card/card-text.ts';
import { handOffVersion } from '#shared/domain/hand-off/hand-off-version.ts';
import { findCard, forgetCards } from './cards.ts';
import { beginNewCart, discardCart } from './cart.ts';
import { forgetCheckout, useCheckout } from './checkout.ts';
import { kiosk } from './client.ts';
import { forgetComfort } from './comfort.ts';
import { closeCustomizer } from './customizer.ts';
import { forgetHandOff, takeHandOff } from './hand-off.ts';
import { go, goToWelcome, replace, useNavigation } from './navigation.ts';
import { dismissFault, dismissToast, showToast } from './notices.ts';
import { isForStaff, type Route } from './route.ts';
import { forgetSearch } from './search.ts';
import { forgetShades } from './shades.ts';
import { forgetSurvey } from './survey.ts';
import { closeKeyboard } from './typing.ts';

/** How many sessions have ended: what is begun anew with each takes it for its key. */
export const useSessions = create<{ readonly ended: number }>(() => ({ ended: 0 }));

/**
 * Leaves nothing of this shopper behind. Refused, with words, while the terminal works. A payment
 * whose answer was lost stays with the core, which settles it; the next shopper begins afresh.
 */
export async function endSession(): Promise<void> {
  const { ended: before } = useSessions.getState();
  if (useCheckout.getState().stage === 'unsettled') beginNewCart();
  // Also after a sale: who went on shopping has another bag.
  else if (!(await discardCart())) return;
  // Asked for twice, it ends once: whoever is there by now is the next one.
  if (useSessions.getState().ended !== before) return;
  forgetSurvey();
  forgetCheckout();
  closeKeyboard();
  closeCustomizer();
  forgetSearch();
  forgetShades();
  forgetCards();
  forgetHandOff();
  dismissFault();
  dismissToast();
  goToWelcome();
  useSessions.setState(({ ended }) => ({ ended: ended + 1 }));
  await forgetComfort();
}

/** A scan leads to what was scanned, as far as the screen allows it. DEV-79. */
export function followScanner(): void {
  kiosk().subscribe('scanner.scanned', (scan) => void meetScan(scan));
}

async function meetScan({ code, sku }: EventPayload<'scanner.scanned'>): Promise<void> {
  const { busy, stage } = useCheckout.getState();
  const { screen } = useNavigation.getState().route;
  if (busy || stage === 'unsettled') {
    showToast({ messageKey: 'scan.paying' });
    return;
  }
  const params = { code: shortened(code.text) };
  if (isCardText(code.text)) {
    await meetCard(screen, code.text);
    return;
  }
  if (handOffVersion(code.text) !== null) {
    await meetHandOff(screen, code.text);
    return;
  }
  if (sku === null) {
    const isBarcode = code.gtin14 !== undefined;
    showToast({ messageKey: isBarcode ? 'scan.unknown' : 'scan.unknownCode', params });
    return;
  }
  const open = () => go({ screen: 'product', sku });
  // Whoever tries scanners out does not want to be led away from them.
  if (isForStaff(screen)) {
    const action = { labelKey: 'scan.show', run: open };
    showToast({ messageKey: 'scan.read', params: { ...params, sku }, action });
    return;
  }
  await beginAtScan(screen);
  open();
}

/** A formula card leads to what it says, over whatever screen there is. CRD-35 */
async function meetCard(screen: Route['screen'], text: string): Promise<void> {
  const open = () => void findCard(text);
  if (isForStaff(screen)) {
    const action = { labelKey: 'scan.show', run: open };
    showToast({ messageKey: 'card.scanned', action });
    return;
  }
  await beginAtScan(screen);
  open();
}

/** A bag from another screen leads to its payment; it never mixes with one that is here. HOF-6 */
async function meetHandOff(screen: Route['screen'], text: string): Promise<void> {
  if (isForStaff(screen)) {
    const action = { labelKey: 'scan.show', run: () => void takeHandOff(text) };
    showToast({ messageKey: 'handOff.scanned', action });
    return;
  }
  await beginAtScan(screen);
  await takeHandOff(text);
}

/** Whoever scans at the beginning, or when the visit before is over, begins a visit: at home, where the way back leads. */
async function beginAtScan(screen: Route['screen']): Promise<void> {
  if (isAfterSale(screen)) await endSession();
  if (screen === 'welcome' || isAfterSale(screen)) replace({ screen: 'home' });
}

function isAfterSale(screen: Route['screen']): boolean {
  return screen === 'thanks' || screen === 'survey';
}

const longestShown = 48;

/** A QR code may hold a page of text: its beginning tells which one it was, without signs that turn the sentence around it. */
function shortened(text: string): string {
  const characters = [...text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')];
  const shown = characters.slice(0, longestShown).join('');
  return characters.length <= longestShown ? shown : `${shown}…`;
}
