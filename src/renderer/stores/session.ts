import { beginNewCart, discardCart } from './cart.ts';
import { forgetCheckout, useCheckout } from './checkout.ts';
import { kiosk } from './client.ts';
import { closeCustomizer } from './customizer.ts';
import { go, goHomeAfresh } from './navigation.ts';
import { dismissFault, dismissToast, showToast } from './notices.ts';
import { forgetSearch } from './search.ts';

/**
 * Leaves nothing of this shopper behind. Refused, with words, while the terminal works. A payment
 * whose answer was lost stays with the core, which settles it; the next shopper begins afresh.
 */
export async function startOver(): Promise<void> {
  const { sale, stage } = useCheckout.getState();
  if (stage === 'unsettled') beginNewCart();
  else if (sale === null && !(await discardCart())) return;
  forgetCheckout();
  closeCustomizer();
  forgetSearch();
  dismissFault();
  dismissToast();
  goHomeAfresh();
}

/** A scan leads to what was scanned, unless somebody is paying. */
export function followScanner(): void {
  kiosk().subscribe('scanner.scanned', ({ code, sku }) => {
    if (useCheckout.getState().busy) return;
    if (sku === null) showToast({ messageKey: 'scan.unknown', params: { code } });
    else go({ screen: 'product', sku });
  });
}
