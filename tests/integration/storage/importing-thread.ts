import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

// An importer in a thread of its own: says when it begins, and ends when its catalog is published.
const { file, productCount } = workerData as {
  readonly file: string;
  readonly productCount: number;
};
const quiet = (): void => {};
const store = openKioskStore({
  file,
  clock: { now: () => 1 },
  ids: { next: () => '00000000-0000-7000-8000-000000000001' },
  logger: { info: quiet, warn: quiet, error: quiet },
  verify: 'none',
});
if (!store.ok) throw new Error(store.error.message);

const writer = store.value.catalogWriter();
writer.begin();
parentPort?.postMessage('begun');
for (let n = 0; n < productCount; n += 1) {
  const record: ProductRecord = {
    kind: 'product',
    sku: `NEW-${n}`,
    type: 'ready',
    name: { en: `Rose shade ${n}` },
    brand: `Brand ${n % 50}`,
    category: 'Lips',
    taxClass: 'standard',
  };
  const json = canonicalJson(record);
  const hash = createHash('sha256').update(json).digest('hex');
  writer.stage([{ record, key: record.sku, hash, json }]);
}
writer.removeUnstaged(['product']);
writer.publish('thread');
store.value.close();
