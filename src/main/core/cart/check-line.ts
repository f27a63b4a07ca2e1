import type { CartLine } from '#shared/contract/ipc/cart.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { checkGoods, type GoodsFault, type WantedDesign } from '#shared/domain/sale/check-goods.ts';
import { required } from '#shared/lib/assert.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { compiledTemplate } from '../catalog/compiled-templates.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';

export interface CheckedGoods {
  readonly product: ProductRecord;
  readonly choices: CartLine['choices'];
}

/** Whether this may be sold here, as far as the product and its design decide. SAL-5 to SAL-8. */
export function checkLine(
  catalog: CatalogReader,
  version: number,
  at: UnixMs,
  product: ProductRecord,
  wanted: WantedDesign,
): Result<CheckedGoods, GoodsFault> {
  const { jurisdictions } = required(
    catalog.store(version),
    'store of a catalog that has products',
  );
  const template =
    product.template === undefined ? null : compiledTemplate(catalog, version, product.template);
  const checked = checkGoods(product, wanted, template?.compiled ?? null, { jurisdictions, at });
  return checked.ok ? ok({ product, choices: [...checked.value] }) : checked;
}
