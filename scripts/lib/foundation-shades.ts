import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { labOfHex } from '#shared/domain/color/lab.ts';
import type { MatchableShade } from '#shared/domain/color/match-shade.ts';
import { undertoneOf } from '#shared/domain/color/undertone.ts';

/** A row of the real foundation shades; `id` is its place in the file. */
export interface FoundationShade extends MatchableShade {
  readonly brand: string;
  /** Brand and product: products of two brands may have one name. */
  readonly product: string;
  readonly description: string;
}

type Row = Readonly<Record<'brand' | 'product' | 'description' | 'hex', string>>;

/** Reads ../shared/data/foundation-shades.csv, whose README says where it comes from. */
export function readFoundationShades(file: string): readonly FoundationShade[] {
  // The columns are in that README.
  const rows = parse(readFileSync(file), { columns: true, bom: true }) as readonly Row[];
  return rows.map(({ brand, product, description, hex }, index) => {
    const lab = labOfHex(hex);
    const id = String(index + 1).padStart(5, '0');
    return {
      id,
      lab,
      undertone: undertoneOf(lab),
      brand,
      product: `${brand}|${product}`,
      description,
    };
  });
}
