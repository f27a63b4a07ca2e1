import { latinDigits } from '#shared/lib/latin-digits.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { AttachedScanner } from '../ports/devices.ts';
import type { EventSink } from '../ports/events.ts';
import { productOf } from './resolve-scan.ts';

export interface ScanPorts {
  readonly scanner: AttachedScanner;
  readonly catalog: CatalogReader;
  readonly clock: Clock;
  readonly events: EventSink;
}

/** Keystrokes of a scanner take the road of every other scan; an answer says that they were heard. DEV-75. */
export function scanHandlers({ scanner }: Pick<ScanPorts, 'scanner'>): Handlers<'scanner.keyed'> {
  const once = onceEach<ReturnType<typeof heard>>();
  const heard = () => ok({});
  return {
    'scanner.keyed': ({ commandId, keys }) =>
      once(commandId, () => {
        // The system's keyboard may be one that writes other digits.
        scanner.keyed(latinDigits(keys));
        return heard();
      }),
  };
}

/**
 * Tells the renderer what was scanned, in order, with the product that it means by the catalog of that
 * moment; returns how to stop. DEV-74.
 */
export function followScans({ scanner, catalog, clock, events }: ScanPorts): () => void {
  return scanner.onScan((code) => {
    const moment = { catalog, version: catalog.currentVersion(), at: clock.now() };
    events.emit('scanner.scanned', { code, sku: productOf(moment, code)?.sku ?? null });
  });
}
