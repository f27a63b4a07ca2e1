import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formatMoney } from '#shared/domain/money/format.ts';
import { createCardPayments } from '../../core/checkout/card-payments.ts';
import type { CheckoutPorts } from '../../core/checkout/checkout.ts';
import { sellBasket, type Tender } from '../../core/checkout/sell-basket.ts';
import { createVirtualTerminal } from '../../devices/virtual/virtual-terminal.ts';
import { basketFailure, noteUnusedCoupons, readBasket } from '../basket-file.ts';
import { readContact } from '../contact-file.ts';
import type { CliContext } from '../context.ts';
import { requireCatalog, requireShop } from '../shop.ts';

export interface SellOptions {
  readonly tender: Tender;
  readonly count: number;
  /** The file with what the customer leaves to be reached. */
  readonly contact?: string;
}

/**
 * `sell BASKET.json --tender …`: sells the basket `--count` times. A sale is printed only after it
 * is durable; its receipt waits in the store for the kiosk's printer.
 */
export async function sellCommand(
  context: CliContext,
  file: string,
  { tender, count, contact }: SellOptions,
): Promise<void> {
  const { store, output, json, clock } = context;
  const left = contact === undefined ? undefined : readContact(contact);
  const basket = readBasket(file, clock.now());
  requireShop(store, requireCatalog(store));
  const ports = checkoutPorts(context);
  if (tender.kind === 'card') await settleOpenPayments(ports);
  for (let sale = 0; sale < count; sale += 1) {
    // SQLite's lock has no queue: without a gap a kiosk on the same store would hardly get in.
    if (sale > 0) await pause(1);
    const order = await sellBasket(ports, basket, tender, left);
    if (!order.ok) throw basketFailure(file, basket, order.error);
    const { id, number, totalMinor, currency, quote } = order.value;
    output.line(
      json
        ? JSON.stringify({ orderId: id, number, totalMinor, currency })
        : `${number}  ${formatMoney(totalMinor, currency, 'en')}  ${id}`,
    );
    if (sale === 0) noteUnusedCoupons(output, quote);
  }
}

/** Whoever takes the terminal first finishes what an interruption left open. SAL-28. */
async function settleOpenPayments(ports: CheckoutPorts): Promise<void> {
  const nobodyWaits = { sold: () => undefined, notCharged: () => undefined };
  await createCardPayments(ports, nobodyWaits).settleOpen();
}

/** Everything real but the card: nobody stands here to present one, so the terminal approves. */
function checkoutPorts({ store, file, clock, ids, logger, secretBox }: CliContext): CheckoutPorts {
  return {
    catalog: store.catalog,
    sales: store.sales,
    clock,
    ids,
    logger,
    secretBox,
    handOffs: store.handOffs,
    terminal: createVirtualTerminal({
      file: join(dirname(file), 'virtual-terminal.json'),
      auto: 'approve',
      authorizingMs: 0,
      cardTimeoutMs: 60_000,
    }),
    events: { emit: () => undefined },
    printQueue: { wake: () => undefined },
  };
}
