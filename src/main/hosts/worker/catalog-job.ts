import type { KioskStoreOptions } from '../../storage/kiosk-store.ts';

/** What every catalog worker is started with. */
export interface CatalogJob {
  readonly work: 'import' | 'release';
  /** The store file; this program has opened it before, and so migrated and verified it. */
  readonly db: string;
  /** Of a bundled build, where they do not lie in the source tree. */
  readonly migrations?: KioskStoreOptions['migrations'];
}

/** The worker lies beside this file in the source tree, and beside the bundle that holds it. */
export function catalogWorkerUrl(): URL {
  const here = import.meta.url;
  const extension = here.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./catalog-worker.${extension}`, here);
}
