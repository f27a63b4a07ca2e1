import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  openStore,
  price,
  product,
  publishDelta,
  publishFull,
  testShop,
  testTime,
} from './store-fixture.ts';

const hamburg: StoreRecord = { ...testShop, id: 'hamburg' };
const goods = [product('A', 'A'), price('A', 100), price('A', 90, { store: 'hamburg' })];

test('STO-22 a device that is told its store later is in it at once, and stays there', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  expect(store.device.stores()).toEqual([]);
  publishFull(store.catalogWriter(), [hamburg, testShop, ...goods]);
  expect(store.device.stores()).toEqual(['berlin', 'hamburg']);
  expect(store.device.storeId()).toBeNull();
  expect(store.catalog.priceMinor(1, 'A', testTime)).toBeNull();

  expect(store.device.moveTo('hamburg').ok).toBe(true);
  expect(store.device.storeId()).toBe('hamburg');
  expect(store.catalog.priceMinor(1, 'A', testTime)).toBe(90);
  store.close();

  const again = openStore(file);
  expect(again.catalog.store(1)?.id).toBe('hamburg');
  publishFull(again.catalogWriter(), [testShop, ...goods.slice(0, 2)]);
  expect(again.catalog.store(2)).toBeNull();
  expect(again.device.stores()).toEqual(['berlin']);
});

test('STO-23 another store of the same version can be priced for, wherever the device is', () => {
  const store = openStore(undefined, { storeId: 'berlin' });
  publishFull(store.catalogWriter(), [testShop, hamburg, ...goods]);
  publishDelta(store.catalogWriter(), [{ ...hamburg, currency: 'CHF' }]);
  expect(store.catalog.pricingCatalog(1, ['A'])?.store.id).toBe('berlin');
  expect(store.catalog.pricingCatalog(1, ['A'], 'berlin')?.store.id).toBe('berlin');
  expect(store.catalog.pricingCatalog(1, ['A'], 'hamburg')?.store).toEqual(hamburg);
  expect(store.catalog.pricingCatalog(1, ['A'], 'mars')).toBeNull();
});
