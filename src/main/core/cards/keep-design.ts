import { randomBytes } from 'node:crypto';
import type { DesignSavedV1 } from '#shared/contract/api/design-events.ts';
import type { FormulaCard } from '#shared/contract/ipc/card.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import { readDesign } from '#shared/domain/customization/choices.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import { newDesignCode } from '#shared/domain/customization/design-code.ts';
import { designToKeep } from '#shared/domain/customization/typed-texts.ts';
import { required } from '#shared/lib/assert.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { StoreFault } from '../ports/sale-store.ts';
import type { SavedDesigns } from '../ports/saved-designs.ts';
import type { Designable } from './designable.ts';
import { cardOf } from './kept-card.ts';

export interface KeepPorts {
  readonly catalog: CatalogReader;
  readonly designs: SavedDesigns;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Keeps a design under a new code, and has head office told. CRD-1 to CRD-5. */
export function keepDesign(
  { catalog, designs, clock, ids }: KeepPorts,
  store: StoreRecord,
  { version, product, template, compiled }: Designable,
  design: Design,
): Result<FormulaCard, StoreFault | Fault<'design.malformed'>> {
  const read = readDesign(compiled, design);
  if (!read.ok) return read;
  const catalogHash = required(catalog.contentHash(version), `hash of catalog version ${version}`);
  for (;;) {
    const content = {
      code: newDesignCode(randomBytes),
      sku: product.sku,
      ...designToKeep(template, design),
    };
    const told: DesignSavedV1 = {
      store: store.id,
      ...content,
      catalogHash,
      savedAt: clock.now(),
    };
    const event = { id: ids.next(), type: 'design.saved', schemaVersion: 1, payload: told };
    const kept = designs.keep(told, event);
    if (!kept.ok) return kept;
    // Of a million million codes one may be taken.
    if (kept.value) return ok(cardOf(content, product, template));
  }
}
