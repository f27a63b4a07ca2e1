import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Quote } from '../pricing/quote.ts';
import type { Payment } from './order.ts';

/** The payment of a whole sale in cash, with its change; refused when too little was handed over. SAL-20. */
export function cashPayment(
  id: string,
  quote: Quote,
  tenderedMinor: number,
): Result<Payment, Fault<'payment.insufficient'>> {
  const dueMinor = quote.cashTotalMinor;
  if (tenderedMinor < dueMinor) {
    const message = `The cash handed over (${tenderedMinor}) is less than what is owed (${dueMinor}), in minor units.`;
    return err(fault('payment.insufficient', message, { dueMinor, tenderedMinor }));
  }
  return ok({
    id,
    kind: 'cash',
    amountMinor: dueMinor,
    tenderedMinor,
    changeMinor: tenderedMinor - dueMinor,
  });
}
