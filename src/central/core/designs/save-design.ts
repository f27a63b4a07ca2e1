import { randomBytes } from 'node:crypto';
import { readDesign } from '#shared/domain/customization/choices.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import { newDesignCode } from '#shared/domain/customization/design-code.ts';
import { designToKeep } from '#shared/domain/customization/typed-texts.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { releaseAt } from '../../storage/catalog-releases.ts';
import { insertDesign, type KeptDesign } from '../../storage/designs.ts';
import type { ReleaseCatalog } from '../pricing/release-catalog.ts';
import type { DesignableProduct } from './judge-design.ts';

/**
 * Keeps a design under a new code, without the texts that somebody typed. It has to be a design of the
 * product; whether it is finished and allowed is told when it is looked at. API-40 to API-44.
 */
export async function saveDesign(
  { db, now }: Pick<Central, 'db' | 'now'>,
  { version, store }: ReleaseCatalog,
  { product, compiled }: DesignableProduct,
  design: Design,
  savedBy: string,
): Promise<Result<KeptDesign, Fault<'design.malformed'>>> {
  const read = readDesign(compiled, design);
  if (!read.ok) return read;
  const { template } = compiled.source;
  const { contentHash } = await releaseAt(db, store.id, version);
  const kept = {
    store: store.id,
    sku: product.sku,
    ...designToKeep(template, design),
    release: { version, contentHash },
    savedAt: new Date(now()),
    savedBy,
  };
  for (;;) {
    const code = newDesignCode(randomBytes);
    // Of a million million codes one may be taken.
    if (await insertDesign(db, { code, ...kept })) return ok({ code, ...kept });
  }
}
