import { required } from '#shared/lib/assert.ts';
import type { ProductRecord } from '../catalog/product.ts';
import type { TemplateRecord } from '../catalog/template.ts';
import { designDoses } from '../customization/content.ts';
import type { BasketLine } from '../pricing/basket.ts';

/** Goods that leave the store, in the item's stock unit; negative because they leave. */
interface Movement {
  readonly sku: string;
  readonly quantity: number;
}

/** The catalog records that the lines name, at the sale's own catalog version. */
export interface SoldGoods {
  readonly products: ReadonlyMap<string, ProductRecord>;
  readonly templates: ReadonlyMap<string, TemplateRecord>;
}

/**
 * What a sale takes from stock, one entry a SKU, in SKU order: a ready product itself, a custom
 * product the doses of its design (there is no stock of the custom SKU). Rule SAL-34.
 */
export function stockMovements(
  lines: readonly BasketLine[],
  goods: SoldGoods,
): readonly Movement[] {
  const taken = new Map<string, number>();
  for (const line of lines) {
    for (const { sku, quantity } of goodsOfOne(line, goods)) {
      taken.set(sku, (taken.get(sku) ?? 0) + quantity * line.quantity);
    }
  }
  return [...taken]
    .map(([sku, quantity]) => ({ sku, quantity: -quantity }))
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

function goodsOfOne(line: BasketLine, { products, templates }: SoldGoods): readonly Movement[] {
  const product = required(products.get(line.sku), `product ${line.sku}`);
  if (product.type !== 'custom') return [{ sku: line.sku, quantity: 1 }];
  const design = required(line.design, `design of ${line.lineId}`);
  return designDoses(required(templates.get(design.template), design.template), design);
}
