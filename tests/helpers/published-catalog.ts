import { importDraft } from '#central/core/catalog/import-draft.ts';
import { publish } from '#central/core/catalog/publish.ts';
import { releaseAt } from '#central/storage/catalog-releases.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship, secondStore } from '#db/seed/store.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import type { TestCentral } from './central.ts';

const actor = 'test';

/** Makes these records what every store gets, in place of all that there were; returns the version. */
export async function publishCatalog(
  central: Pick<TestCentral, 'database' | 'now'>,
  records: readonly CatalogRecord[],
): Promise<number> {
  const lines = [demoStoreFeed().header, ...records].map((line) => `${JSON.stringify(line)}\n`);
  const bytes = new TextEncoder().encode(lines.join(''));
  const drafted = await importDraft(central.database, {
    source: {
      name: 'test.ndjson',
      sizeBytes: bytes.length,
      chunks: async function* () {
        yield bytes;
      },
    },
    replace: true,
    allowShrink: true,
    actor,
    now: central.now(),
  });
  if (!drafted.ok) throw new Error(drafted.error.message);
  const [rejected] = drafted.value.rejected;
  if (rejected !== undefined) throw new Error(`${rejected.key}: ${rejected.reason}`);
  const { version } = drafted.value;
  const published = await publish(central, { version, target: { kind: 'all' }, actor });
  if (!published.ok) throw new Error(published.error.message);
  return version;
}

/** Publishes the demo store, and counts its releases as the first device of each store makes it happen. */
export async function publishDemo(
  central: Pick<TestCentral, 'database' | 'now' | 'db'>,
): Promise<number> {
  const version = await publishCatalog(central, demoStoreFeed().records);
  for (const store of [flagship, secondStore]) await releaseAt(central.db, store, version);
  return version;
}
