import { writeFileSync } from 'node:fs';

/** Writes a delta of `count` products named after `edition`, large enough to be interrupted. */
export function writeLargeFeed(file: string, count: number, edition: string): void {
  const lines: object[] = [{ format: 'blendbar-catalog', version: 1, mode: 'delta' }];
  for (let item = 1; item <= count; item += 1) {
    lines.push({
      kind: 'product',
      sku: `BULK-${item}`,
      type: 'ready',
      name: { en: `${edition} powder ${item}` },
      brand: 'Bulk',
      category: 'Powder',
      taxClass: 'standard',
    });
  }
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
}
