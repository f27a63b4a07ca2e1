import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { compiledTemplate } from '#main/core/catalog/compiled-templates.ts';
import { pricingRecords } from '#main/core/catalog/pricing-records.ts';
import { commitSale } from '#main/core/checkout/commit-sale.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import { recordKey } from '#shared/domain/catalog/feed.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { cashPayment } from '#shared/domain/sale/cash.ts';
import { required } from '#shared/lib/assert.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

const readyLines = 4;

function silent(): void {}
export const silentLogger = { info: silent, warn: silent, error: silent };

export function openDemoShop(file: string): KioskStore {
  const opened = openKioskStore({
    file,
    storeId: demoStoreId(),
    clock: systemClock,
    ids: systemIds,
    logger: silentLogger,
  });
  assert(opened.ok);
  return opened.value;
}

export function demoStoreId(): string {
  const [first] = demoStoreFeed().records.filter((record) => record.kind === 'store');
  return required(first, 'store').id;
}

/** With shops whose language is not English: what they tell head office has both (SAL-37). */
export function publishDemo(store: KioskStore): void {
  const writer = store.catalogWriter();
  writer.begin();
  writer.stage(
    demoStoreFeed().records.map((demo) => {
      const record = demo.kind === 'store' ? { ...demo, locale: 'de-DE' } : demo;
      const json = canonicalJson(record);
      const hash = createHash('sha256').update(json).digest('hex');
      return { record, key: recordKey(record), hash, json };
    }),
  );
  writer.publish('bench');
}

/** The first option that is possible, group by group, until the design can be made. */
function someDesign({ catalog }: KioskStore, product: ProductRecord): Design {
  const { template, compiled } = required(
    compiledTemplate(catalog, 1, required(product.template, 'template')),
    'template',
  );
  const context = { allergies: [], jurisdictions: ['EU', 'DE'], at: systemClock.now() };
  let design: Design = { template: template.id, selections: {} };
  for (;;) {
    const evaluated = evaluateDesign(compiled, design, context);
    assert(evaluated.ok);
    if (evaluated.value.status === 'valid') return design;
    const id = required(evaluated.value.missing[0], 'group that is missing');
    const group = required(
      template.groups.find((candidate) => candidate.id === id),
      id,
    );
    const possible = Object.entries(evaluated.value.availability[id] ?? {}).find(
      ([, { available }]) => available,
    );
    const option = possible?.[0] ?? '';
    const selection =
      group.type === 'amount'
        ? (evaluated.value.ranges[id]?.[0]?.from ?? group.min)
        : group.type === 'text'
          ? 'A'.repeat(group.minLength)
          : group.type === 'multi'
            ? [option]
            : option;
    design = { ...design, selections: { ...design.selections, [id]: selection } };
  }
}

/** Some ready products and one that is made to order. */
export function basketLines(store: KioskStore): readonly BasketLine[] {
  const { catalog } = store;
  const at = systemClock.now();
  const ready = catalog
    .search(1, { text: '', offset: 0, limit: 100 })
    .products.filter(({ type, sku }) => type === 'ready' && catalog.priceMinor(1, sku, at) !== null)
    .slice(0, readyLines);
  const custom = required(catalog.customProducts(1)[0], 'custom product');
  assert.equal(ready.length, readyLines);
  return [
    ...ready.map(({ sku }, index) => ({ lineId: `line-${index}`, sku, quantity: index + 1 })),
    { lineId: 'line-custom', sku: custom.sku, quantity: 1, design: someDesign(store, custom) },
  ];
}

/**
 * The way of a cash sale through our code: price, pay, make the records, commit. Designs are judged
 * when they go into the cart; `evaluate_design_us` is about that.
 */
export function sell({ catalog, sales }: KioskStore, lines: readonly BasketLine[]): string {
  const basket = { lines: [...lines], coupons: [], at: systemClock.now() };
  const skus = lines.map(({ sku }) => sku);
  const records = required(pricingRecords(catalog, 1, skus), 'catalog');
  const quote = priceBasket(basket, records);
  assert(quote.ok);
  const payment = cashPayment(systemIds.next(), quote.value, quote.value.cashTotalMinor);
  assert(payment.ok);
  const order = commitSale(
    { catalog, sales, clock: systemClock, ids: systemIds },
    { orderId: systemIds.next(), basket, quote: quote.value, payments: [payment.value] },
  );
  assert(order.ok);
  return order.value.id;
}
