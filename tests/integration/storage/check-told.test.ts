import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship } from '#db/seed/store.ts';
import { sellBasket } from '#main/core/checkout/sell-basket.ts';
import { kioskOf } from '../../helpers/kiosk-of.ts';
import { value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { rawDb } from './store-fixture.ts';

/** A lipstick, sold where `locale` is spoken. */
async function sold(locale: string) {
  const records = demoStoreFeed().records.map((record) =>
    record.kind === 'store' ? { ...record, locale } : record,
  );
  const folder = tempFolder();
  const world = await kioskOf(records, flagship, { folder });
  const lines = [{ lineId: 'l1', sku: 'RP-SATIN-133', quantity: 1 }];
  const basket = { lines, coupons: [], at: world.clock.now() };
  const { quote } = value(await sellBasket(world.ports, basket, { kind: 'card' }));
  return { store: world.store, file: join(folder, 'kiosk.db'), price: quote.lines[0] };
}

test.each(['en-DE', 'de-DE', 'zh-Hant-TW'])(
  'STO-70 SAL-37 what was told in the language of the store and in English is sound: %s',
  async (locale) => {
    const { store } = await sold(locale);
    expect(store.check()).toEqual([]);
  },
);

test('STO-70 SAL-37 what was told in every language was told the same; another word was not', async () => {
  const { store, file, price } = await sold('de-DE');
  const db = rawDb(file);
  const tell = (value: string) => {
    db.run(`UPDATE outbox_events SET payload = json_set(payload, ${value})`);
    return store.check().map(({ check }) => check);
  };
  expect(Object.keys(price?.name ?? {})).toHaveLength(6);
  // The event is not the one that was hashed, in either case.
  expect(tell(`'$.lines[0].price', json('${JSON.stringify(price)}')`)).toEqual(['outbox']);
  const otherwise = tell("'$.lines[0].price.name.fr', 'Autre'");
  expect(otherwise.toSorted()).toEqual(['order-outbox', 'outbox']);
});

test.each([
  ['another product', ['$.basket.lines[0].sku', '$.quote.lines[0].sku'], 'NO-SUCH'],
  ['a store that the catalog has not', ['$.quote.store'], 'nowhere'],
] as const)(
  'STO-70 SAL-37 what the catalog does not know was told otherwise all the same: %s',
  async (_, places, other) => {
    const { store, file } = await sold('de-DE');
    const db = rawDb(file);
    for (const place of [...places, '$.quote.lines[0].name.de']) {
      db.run('UPDATE orders SET document = json_set(document, ?, ?)', place, other);
    }
    if (other === 'NO-SUCH') db.run('UPDATE order_lines SET sku = ?', other);
    expect(store.check().map(({ check }) => check)).toContain('order-outbox');
  },
);

test('STO-70 SAL-37 what the catalog does not know any more is sound when it was told as it is', async () => {
  const { store, file } = await sold('de-DE');
  rawDb(file).run("UPDATE orders SET document = json_set(document, '$.quote.store', 'nowhere')");
  expect(store.check().map(({ check }) => check)).not.toContain('order-outbox');
});
