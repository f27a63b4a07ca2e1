import type { OrderCompletedData } from '#shared/contract/api/cloud-events.ts';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { EventDraft } from './event-draft.ts';

/** A sale: the order itself, then each payment, then what left the stock. EVO-10 to EVO-12. */
export function orderCompletedEvents(order: OrderCompletedV1): readonly EventDraft[] {
  const { orderId, store, currency, movements = [] } = order;
  const subject = orderId;
  const time = isoTime(order.soldAt);
  const payments = order.payments.map(paymentOf);
  return [
    { name: 'order.completed.v1', number: 0, subject, time, data: orderOf(order, payments) },
    ...payments.map((payment, number): EventDraft => {
      const data = { ...payment, orderId, store, currency, capturedAt: time };
      return { name: 'payment.captured.v1', number, subject, time, data };
    }),
    ...(movements.length === 0
      ? []
      : [
          {
            name: 'stock.moved.v1',
            number: 0,
            subject,
            time,
            data: { store, reason: 'sale', orderId, movedAt: time, movements },
          } satisfies EventDraft,
        ]),
  ];
}

/** Without what only the device knows the meaning of: line ids, its catalog's version, price traces. */
function orderOf(
  order: OrderCompletedV1,
  payments: OrderCompletedData['payments'],
): OrderCompletedData {
  return {
    orderId: order.orderId,
    number: order.number,
    store: order.store,
    soldAt: isoTime(order.soldAt),
    pricedAt: isoTime(order.pricedAt),
    currency: order.currency,
    lines: order.lines.map(lineOf),
    promotions: order.promotions,
    taxes: order.taxes,
    subtotalMinor: order.subtotalMinor,
    discountMinor: order.discountMinor,
    taxMinor: order.taxMinor,
    cashRoundingMinor: order.cashRoundingMinor,
    totalMinor: order.totalMinor,
    payments,
  };
}

function lineOf(
  { sku, design, price }: OrderCompletedV1['lines'][number],
  index: number,
): OrderCompletedData['lines'][number] {
  return {
    line: index + 1,
    sku,
    name: price.name,
    quantity: price.quantity,
    unitPriceMinor: price.unitPriceMinor,
    subtotalMinor: price.subtotalMinor,
    discountMinor: price.discountMinor,
    taxMinor: price.taxMinor,
    totalMinor: price.totalMinor,
    taxes: price.taxes,
    ...(design === undefined ? {} : { design }),
  };
}

function paymentOf({
  id,
  kind,
  amountMinor,
  scheme,
}: OrderCompletedV1['payments'][number]): OrderCompletedData['payments'][number] {
  return { paymentId: id, kind, amountMinor, ...(scheme === undefined ? {} : { scheme }) };
}
