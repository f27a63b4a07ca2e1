import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { EventSink } from '../ports/events.ts';
import type { Logger } from '../ports/logger.ts';

/**
 * Tells when another catalog version is published. The importer may be another process (the
 * command line), so the store is asked: one read of one row each time.
 * Returns the function that ends the watch.
 */
export function watchCatalog(
  catalog: CatalogReader,
  events: EventSink,
  logger: Logger,
  intervalMs: number,
): () => void {
  let known = catalog.currentVersion();
  function look() {
    const version = catalog.currentVersion();
    if (version === known) return;
    known = version;
    events.emit('catalog.published', { version });
  }
  const timer = setInterval(() => {
    try {
      look();
    } catch (error) {
      // Nobody waits for this answer: a disk that fails now must not end the kiosk.
      logger.error('The catalog version could not be read', { error: String(error) });
    }
  }, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
