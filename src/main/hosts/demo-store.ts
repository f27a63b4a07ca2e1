import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { demoSurveys } from '#db/seed/surveys.ts';
import type { FeedSource } from '#shared/domain/catalog-feed/feed-source.ts';
import { required } from '#shared/lib/assert.ts';
import { importCatalog } from '../core/catalog-import/import-catalog.ts';
import type { Logger } from '../core/ports/logger.ts';
import { type KioskStoreOptions, openKioskStore } from '../storage/kiosk-store.ts';
import { systemClock, systemIds } from './system.ts';

/**
 * Fills a store that has no catalog yet with the demo store, through the importer that every
 * catalog comes through, and its surveys; one that has a catalog stays as it is.
 */
export async function provideDemoStore(
  file: string,
  logger: Logger,
  migrations?: KioskStoreOptions['migrations'],
): Promise<void> {
  const { header, records } = demoStoreFeed();
  const here = required(
    records.find((record) => record.kind === 'store'),
    'the store of the demo feed',
  );
  const opened = openKioskStore({
    file,
    storeId: here.id,
    clock: systemClock,
    ids: systemIds,
    logger,
    ...(migrations === undefined ? {} : { migrations }),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  try {
    if (store.catalog.currentVersion() > 0) return;
    const imported = await importCatalog({
      source: textSource(
        'demo store',
        [header, ...records].map((line) => JSON.stringify(line)),
      ),
      writer: store.catalogWriter(),
      now: systemClock.now(),
    });
    if (!imported.ok) throw new Error(imported.error.message);
    const surveys = demoSurveys.map((survey) => ({ ...survey, version: 1 }));
    const asked = store.surveys.replaceLive(surveys);
    if (!asked.ok) throw new Error(asked.error.message);
  } finally {
    store.close();
  }
}

function textSource(name: string, lines: readonly string[]): FeedSource {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return {
    name,
    sizeBytes: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
