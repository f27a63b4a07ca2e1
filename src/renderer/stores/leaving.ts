import { useCart } from './cart.ts';
import { go, replace } from './navigation.ts';
import { endSession } from './session.ts';
import { beginSurvey } from './survey.ts';

/** The shopper is done with the receipt: a question or two, and everything of theirs goes. SUR-7 */
export async function leaveThanks(): Promise<void> {
  if (await beginSurvey('purchase')) replace({ screen: 'survey' });
  else await endSession();
}

/** The shopper wants everything cleared: whoever leaves a bag behind may be asked why. SUR-7 */
export async function leaveShop(): Promise<void> {
  const hasBag = (useCart.getState().cart?.lines.length ?? 0) > 0;
  if (hasBag && (await beginSurvey('exit'))) go({ screen: 'survey' });
  else await endSession();
}
