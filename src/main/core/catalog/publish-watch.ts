import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { EventSink } from '../ports/events.ts';

/**
 * Tells when another catalog version is published. The importer may be another process (the
 * command line), so the store is asked: one read of one row each time.
 * Returns the function that ends the watch.
 */
export function watchCatalog(
  catalog: CatalogReader,
  events: EventSink,
  intervalMs: number,
): () => void {
  let known = catalog.currentVersion();
  const timer = setInterval(() => {
    const version = catalog.currentVersion();
    if (version === known) return;
    known = version;
    events.emit('catalog.published', { version });
  }, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
