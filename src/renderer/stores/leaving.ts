import { within } from '../lib/within.ts';
import { useCart } from './cart.ts';
import { useCheckout } from './checkout.ts';
import { go, replace, useNavigation } from './navigation.ts';
import { endSession } from './session.ts';
import { beginSurvey, forgetSurvey } from './survey.ts';
import { visitUnderWay } from './visit.ts';

/** The shopper is done with the receipt: a question or two, and everything of theirs goes. SUR-7 */
export async function leaveThanks(): Promise<void> {
  await leave('purchase', replace);
}

/** The shopper wants everything cleared: whoever leaves a bag behind may be asked why. SUR-7 */
export async function leaveShop(): Promise<void> {
  const hasBag = (useCart.getState().cart?.lines.length ?? 0) > 0;
  // Who is being asked why is asked no second time.
  const isAsked = useNavigation.getState().route.screen === 'survey';
  if (hasBag && !isAsked) await leave('exit', go);
  else await endSession();
}

/** Nobody who leaves waits longer for a question. SUR-24 */
const askingMs = 2_000;

async function leave(moment: 'purchase' | 'exit', lead: typeof go): Promise<void> {
  const visit = visitUnderWay();
  const isAsked = await within(askingMs, beginSurvey(moment));
  // The visit may have ended meanwhile: whoever is there now is another.
  if (visitUnderWay() !== visit) return;
  // Or they pay after all: nobody is asked over a payment.
  if (useCheckout.getState().busy) {
    forgetSurvey();
    return;
  }
  if (isAsked === true) lead({ screen: 'survey' });
  else await endSession();
}
