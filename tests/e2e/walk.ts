import type { Page } from '@playwright/test';
import { required } from '#shared/lib/assert.ts';
import { saleStops } from './walk-sale.ts';
import { shopStops } from './walk-shop.ts';
import { closeSheet } from './wordless.ts';

/**
 * Every screen and its sheets, in an order that needs no word of any language. Between `welcome` and `thanks`
 * lies one sale; whoever walks on begins anew.
 */
const stops = [...shopStops, ...saleStops];

/** Every screen and every sheet, once; sheets are closed again. */
export async function walk(page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  await walkTo(
    page,
    stops.map(({ name }) => name).filter((name) => !name.endsWith('-again')),
    visit,
  );
}

/** Only these, in this order; what one of them needs must have been done before. */
export async function walkTo(
  page: Page,
  names: readonly string[],
  visit: (name: string) => Promise<void>,
): Promise<void> {
  for (const name of names) {
    await closeSheet(page);
    const stop = required(
      stops.find((one) => one.name === name),
      `a stop called ${name}`,
    );
    await stop.show(page);
    await visit(name);
    await stop.leave?.(page);
  }
  await closeSheet(page);
}
