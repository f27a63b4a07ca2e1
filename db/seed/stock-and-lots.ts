import type { LotRecord, StockRecord } from '#shared/domain/catalog/stock.ts';
import { components } from './components.ts';
import { lastCount } from './dates.ts';
import { readyItems } from './products/ready.ts';
import { flagship, secondStore } from './store.ts';

function counted(sku: string, store: string, quantity: number): StockRecord {
  return { kind: 'stock', sku, store, quantity, countedAt: lastCount };
}

/** What the last count found out of the ordinary; everything else follows how well it sells. */
const exceptions: Readonly<Record<string, number>> = {
  'RP-SATIN-162': 2,
  'MI-PAL-MOSS': 0,
  'HL-SPF-01': 61,
  'NO-INKWOOD': 3,
  'LR-POLISH-05': 1,
  'FT-STONE-01': 0,
};

const flagshipShelves: readonly StockRecord[] = readyItems.map(({ product }) =>
  counted(
    product.sku,
    flagship,
    exceptions[product.sku] ?? 6 + Math.floor((product.popularity ?? 0) / 40),
  ),
);

/** Helsinki is smaller: half the shelves, and a third of the drawers. */
const secondShelves: readonly StockRecord[] = readyItems.map(({ product }) =>
  counted(product.sku, secondStore, 3 + Math.floor((product.popularity ?? 0) / 80)),
);

const drawers: readonly StockRecord[] = components.flatMap(({ product, onHand }) => [
  counted(product.sku, flagship, onHand),
  counted(product.sku, secondStore, Math.floor(onHand / 3)),
]);

export const stock: readonly StockRecord[] = [...flagshipShelves, ...secondShelves, ...drawers];

function lot(id: string, sku: string, receivedAt: number, expiresAt: number): LotRecord {
  return { kind: 'lot', id, sku, store: flagship, receivedAt, expiresAt };
}

/** Bulk goods keep for 18 months once they are in the drawer. */
const bulkLots: readonly LotRecord[] = components
  .filter(({ product }) => product.stockUnit === 'mg')
  .map(({ product }) =>
    lot(`${product.sku}-2609`, product.sku, Date.UTC(2026, 8, 14), Date.UTC(2028, 2, 14)),
  );

const shelfLots: readonly LotRecord[] = [
  lot('HL-SPF-01-2604', 'HL-SPF-01', Date.UTC(2026, 3, 20), Date.UTC(2028, 9, 31)),
  lot('HL-NIGHT-01-2607', 'HL-NIGHT-01', Date.UTC(2026, 6, 6), Date.UTC(2027, 6, 31)),
  lot('HL-HYDRA-01-2608', 'HL-HYDRA-01', Date.UTC(2026, 7, 3), Date.UTC(2028, 7, 31)),
  lot('MI-MASCARA-01-2608', 'MI-MASCARA-01', Date.UTC(2026, 7, 17), Date.UTC(2028, 1, 28)),
  // Left in the drawer past its date, so that a demo can show what happens then.
  lot('CMP-VITAMIN-C-2503', 'CMP-VITAMIN-C', Date.UTC(2025, 2, 3), Date.UTC(2026, 2, 3)),
  lot('CMP-OIL-CITRUS-2502', 'CMP-OIL-CITRUS', Date.UTC(2025, 1, 10), Date.UTC(2026, 7, 10)),
];

export const lots: readonly LotRecord[] = [...bulkLots, ...shelfLots];
