import type { CatalogShade, ShadePage } from '#main/core/ports/catalog-reader.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { isLive, recordAt, recordById } from './catalog-records.ts';
import { customProducts } from './product-lookup.ts';
import type { ReadableDb } from './sqlite.ts';

/** Products looked at for a page: a few milliseconds. */
const pageSize = 250;

/** Products in order of SKU; with the last of them come the options of what is to be designed. */
export function shadePage(db: ReadableDb, version: number, from: string | null): ShadePage {
  const rows = db.tuples<[id: number, sku: string, hasShade: number]>(
    `SELECT id, key, doc ->> '$.shade.hex' IS NOT NULL FROM catalog_records
     WHERE kind = 'product' AND key > ? AND ${isLive} ORDER BY key LIMIT ?`,
    from ?? '',
    version,
    version,
    pageSize,
  );
  const shades = rows.flatMap(([id, , hasShade]) => {
    const product = hasShade === 1 ? recordById(db, 'product', id) : null;
    return product === null || product.type === 'component' ? [] : shadeOf(product);
  });
  const last = rows.length < pageSize ? undefined : rows.at(-1);
  if (last !== undefined) return { shades, next: last[1] };
  return { shades: [...shades, ...optionShades(db, version)], next: null };
}

function shadeOf(product: ProductRecord): readonly CatalogShade[] {
  if (product.shade === undefined) return [];
  const { hex, code, name } = product.shade;
  return [
    {
      ...productPart(product),
      shade: {
        hex,
        ...(code === undefined ? {} : { code }),
        ...(name === undefined ? {} : { name: { en: name } }),
      },
    },
  ];
}

function optionShades(db: ReadableDb, version: number): readonly CatalogShade[] {
  return customProducts(db, version).flatMap((product) => {
    const template =
      product.template === undefined ? null : recordAt(db, version, 'template', product.template);
    return template === null ? [] : shadesOfTemplate(product, template);
  });
}

function shadesOfTemplate(
  product: ProductRecord,
  { groups }: TemplateRecord,
): readonly CatalogShade[] {
  return groups.flatMap((group) => {
    if (group.type !== 'color') return [];
    return group.options.flatMap(({ id, name, color, undertone, finish }) =>
      color === undefined
        ? []
        : {
            ...productPart(product),
            ...(finish === undefined ? {} : { finish }),
            ...(undertone === undefined ? {} : { undertone }),
            shade: { hex: color, name },
            choice: { group: group.id, option: id },
          },
    );
  });
}

function productPart({ sku, name, brand, category, art }: ProductRecord) {
  return {
    sku,
    name,
    brand,
    category,
    ...(art?.finish === undefined ? {} : { finish: art.finish }),
  };
}
