import { beforeEach, expect, test } from 'vitest';
import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { isBarcodeLength, lookUpBarcode } from '../../../src/renderer/stores/barcode.ts';
import { attachClient } from '../../../src/renderer/stores/client.ts';
import { type FakeKiosk, fakeKiosk } from './fake-kiosk.ts';

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
});

const card: ProductCard = {
  product: {
    kind: 'product',
    sku: 'A',
    type: 'ready',
    name: { en: 'A' },
    brand: 'B',
    category: 'C',
    taxClass: 't',
  },
  priceMinor: 1,
};

test('UIX-23 a known barcode leads to its product', async () => {
  const looking = lookUpBarcode('4006381333931');
  const [call] = kiosk.waiting('catalog.byBarcode');
  expect(call?.input).toEqual({ code: '4006381333931' });
  call?.answer(ok(card));
  expect(await looking).toEqual({ kind: 'found', card });
});

test('UIX-23 digits that cannot be a barcode are not asked for', async () => {
  expect(await lookUpBarcode('4006381333932')).toEqual({ kind: 'misread' });
  expect(kiosk.waiting('catalog.byBarcode')).toEqual([]);
});

test.each([
  ['catalog.product_not_found', { kind: 'unknown' }],
  ['store.busy', { kind: 'fault', code: 'store.busy' }],
] as const)('UIX-23 %s is told apart', async (code, expected) => {
  const looking = lookUpBarcode('96385074');
  kiosk.waiting('catalog.byBarcode')[0]?.answer(err(fault(code as never, 'no')));
  expect(await looking).toEqual(expected);
});

test('UIX-23 only whole barcodes can be looked up', () => {
  const lengths = Array.from({ length: 16 }, (_, length) => length);
  expect(lengths.filter((length) => isBarcodeLength('1'.repeat(length)))).toEqual([8, 12, 13, 14]);
});
