import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { demoSurveys } from '#db/seed/surveys.ts';
import { type CatalogRecord, recordKey } from '#shared/domain/catalog/feed.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { openDemoShop } from './demo-shop.ts';
import { generateProducts } from './generated-products.ts';

const batch = 5_000;

/**
 * Writes the demo store with its surveys, and so many ready products besides, each with a price.
 * Templates, promotions and components are the demo store's, so that the whole way can be gone.
 */
export function writeLargeShop(file: string, productCount: number): void {
  const store = openDemoShop(file);
  try {
    const products = generateProducts(productCount, 20_261);
    const prices = products.map(
      ({ sku }, index): CatalogRecord => ({
        kind: 'price',
        sku,
        currency: 'EUR',
        amountMinor: 890 + (index % 90) * 100,
        validFrom: 0,
      }),
    );
    const records: readonly CatalogRecord[] = [...demoStoreFeed().records, ...products, ...prices];
    const writer = store.catalogWriter();
    writer.begin();
    for (let from = 0; from < records.length; from += batch) {
      writer.stage(
        records.slice(from, from + batch).map((record) => {
          const json = canonicalJson(record);
          const hash = createHash('sha256').update(json).digest('hex');
          return { record, key: recordKey(record), hash, json };
        }),
      );
    }
    writer.publish('bench');
    const surveys = demoSurveys.map((survey) => ({ ...survey, version: 1 }));
    assert(store.surveys.replaceLive(surveys).ok);
  } finally {
    store.close();
  }
}
