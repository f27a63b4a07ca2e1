import { join } from 'node:path';
import { type ImportOptions, importCatalog } from '#main/core/catalog-import/import-catalog.ts';
import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import { systemIds } from '#main/hosts/system.ts';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import type { FeedSource } from '#shared/domain/catalog-feed/feed-source.ts';
import type { ImportReport } from '#shared/domain/catalog-feed/import-report.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';

/** 2026-06-01 UTC. */
const now = Date.UTC(2026, 5, 1);

export const header = { format: 'blendbar-catalog', version: 1, mode: 'full' };
export const delta = { ...header, mode: 'delta' };

export const berlin = {
  kind: 'store',
  id: 'berlin',
  name: 'Atelier Nord',
  address: [],
  legalLines: [],
  currency: 'EUR',
  country: 'DE',
  jurisdictions: ['EU', 'DE'],
  timeZone: 'Europe/Berlin',
  locale: 'de-DE',
  pricesIncludeTax: true,
  taxRounding: 'perTotal',
};

export const standard = {
  kind: 'taxClass',
  id: 'standard',
  name: { en: 'Standard' },
  rates: [{ id: 'vat', country: 'DE', rateBps: 1900, label: { en: 'VAT' }, validFrom: 0 }],
};

export function product(sku: string, more: object = {}): object {
  return {
    kind: 'product',
    sku,
    type: 'ready',
    name: { en: `Product ${sku}` },
    brand: 'Nord',
    category: 'Care',
    taxClass: 'standard',
    ...more,
  };
}

export function price(sku: string, amountMinor: number, more: object = {}): object {
  return { kind: 'price', sku, currency: 'EUR', amountMinor, validFrom: 0, ...more };
}

/** Bytes in memory as a file, a few at a time so that nothing relies on whole lines. */
export function textSource(text: string | Uint8Array, name = 'feed.ndjson'): FeedSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    name,
    sizeBytes: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += 61) yield bytes.slice(at, at + 61);
    },
  };
}

export function ndjson(...lines: readonly object[]): string {
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

export interface ImportWorld {
  readonly store: KioskStore;
  /** Imports an NDJSON feed, or whatever source the options name. */
  run(
    feed: string | Uint8Array,
    options?: Partial<ImportOptions>,
  ): Promise<Result<ImportReport, Fault>>;
  /** As `run`, for an import that must succeed. */
  imported(feed: string | Uint8Array, options?: Partial<ImportOptions>): Promise<ImportReport>;
  writer(): CatalogWriter;
  close(): void;
}

/** A real store file in `folder` to import into. */
export function openImportWorld(folder: string): ImportWorld {
  const opened = openKioskStore({
    file: join(folder, 'kiosk.db'),
    clock: { now: () => now },
    ids: systemIds,
    logger: recordingLogger(),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const run: ImportWorld['run'] = (feed, options) =>
    importCatalog({ source: textSource(feed), writer: store.catalogWriter(), now, ...options });
  return {
    store,
    run,
    imported: async (feed, options) => {
      const result = await run(feed, options);
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
      return result.value;
    },
    writer: () => store.catalogWriter(),
    close: () => store.close(),
  };
}
