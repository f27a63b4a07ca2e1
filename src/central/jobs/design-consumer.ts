import type { DesignSavedV1 } from '#shared/contract/api/design-events.ts';
import { readDesignCode } from '#shared/domain/customization/design-code.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { Central } from '../central.ts';
import { releaseByHash } from '../storage/catalog-releases.ts';
import { findDesign, insertDesign, type KeptDesign } from '../storage/designs.ts';
import type { FeedConsumer } from './feed-consumer.ts';

/** Keeps the designs that kiosks kept, under the codes that they made, for every channel. CRD-6 */
export function designConsumer({ logger }: Pick<Central, 'logger'>): FeedConsumer {
  return {
    name: 'designs',
    types: ['design.saved'],
    batchSize: 200,
    async apply(db, events) {
      for (const event of events) {
        // It was checked against the schema of its type before it was stored.
        const saved = event.payload as DesignSavedV1;
        const { code, store, sku, design, leftOut, catalogHash, savedAt } = saved;
        const { device } = event;
        if (readDesignCode(code) !== code) {
          logger.warn({ event: event.id, device }, 'A kiosk kept a design under no code of ours');
          continue;
        }
        const release = await releaseByHash(db, store, catalogHash);
        const kept: KeptDesign = {
          code,
          store,
          sku,
          design,
          leftOut,
          release: { version: release?.version ?? null, contentHash: catalogHash },
          savedAt: new Date(savedAt),
          savedBy: `device:${device}`,
        };
        if (await insertDesign(db, kept)) continue;
        const known = await findDesign(db, code);
        const isSame = known !== null && contentOf(known) === contentOf(kept);
        if (!isSame) logger.error({ event: event.id, device }, 'Two designs have the same code');
      }
    },
  };
}

function contentOf({ sku, design }: KeptDesign): string {
  return canonicalJson({ sku, design });
}
