import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import { euros } from './build.ts';
import { opening } from './dates.ts';
import { customProducts } from './products/custom.ts';
import { readyItems } from './products/ready.ts';
import { secondStore } from './store.ts';

const chain: readonly PriceRecord[] = [...customProducts, ...readyItems].map(({ price }) => price);

function helsinki(sku: string, amount: number, validFrom = opening): PriceRecord {
  return {
    kind: 'price',
    sku,
    store: secondStore,
    currency: 'EUR',
    amountMinor: euros(amount),
    validFrom,
  };
}

/** Helsinki's own list: the higher tax rate, and what was dearer before the autumn review. */
const secondStorePrices: readonly PriceRecord[] = [
  helsinki('AT-FOUNDATION', 51),
  helsinki('AT-LIPSTICK', 34),
  helsinki('AT-SERUM', 49.5),
  helsinki('AT-FRAGRANCE', 89),
  helsinki('AT-SHAMPOO', 27.8),
  helsinki('AT-POLISH', 17.4),
  helsinki('HL-SPF-01', 29.5),
  helsinki('HL-HYDRA-01', 36.9),
  helsinki('HL-HYDRA-01', 34.7, Date.UTC(2026, 8, 1)),
];

/** Known in advance: two prices that change with the new year. */
const announced: readonly PriceRecord[] = [
  {
    kind: 'price',
    sku: 'NO-INKWOOD',
    currency: 'EUR',
    amountMinor: euros(114),
    validFrom: Date.UTC(2027, 0, 1),
  },
  {
    kind: 'price',
    sku: 'FT-BRUSH-SET',
    currency: 'EUR',
    amountMinor: euros(64),
    validFrom: Date.UTC(2027, 0, 1),
  },
];

export const prices: readonly PriceRecord[] = [...chain, ...secondStorePrices, ...announced];
