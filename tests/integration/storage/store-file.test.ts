import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { createStoreFile } from '#main/storage/new-store-file.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from './sale-fixture.ts';
import { openStore, publishFull, storeOptions, testShop } from './store-fixture.ts';

describe('STO-8 a store file is there as a whole or not at all', () => {
  test('an empty file is no new store', () => {
    const file = join(tempFolder(), 'kiosk.db');
    writeFileSync(file, '');
    const opened = openKioskStore(storeOptions(file));
    expect(opened).toMatchObject({ ok: false, error: { code: 'store.damaged' } });
    expect(readFileSync(file)).toHaveLength(0);
  });

  test('one that fails half-way leaves nothing behind', () => {
    const file = join(tempFolder(), 'kiosk.db');
    const build = (draft: string): void => {
      writeFileSync(draft, 'half');
      throw new Error('power');
    };
    expect(() => createStoreFile(file, build)).toThrow('power');
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  test('one that somebody else made meanwhile is kept', () => {
    const file = join(tempFolder(), 'kiosk.db');
    createStoreFile(file, (draft) => {
      writeFileSync(draft, 'mine');
      writeFileSync(file, 'theirs');
    });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(dirname(file))).toEqual(['kiosk.db']);
  });
});

test('STO-9 nothing is sold into a file that was moved away', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  publishFull(store.catalogWriter(), [testShop]);
  const first = numberedSale(1);
  expect(store.sales.commit(first.ids, first.finish).ok).toBe(true);

  renameSync(file, `${file}.away`);
  const second = numberedSale(2);
  expect(store.sales.commit(second.ids, second.finish)).toMatchObject({
    ok: false,
    error: { code: 'store.unavailable' },
  });
  expect(existsSync(file)).toBe(false);

  renameSync(`${file}.away`, file);
  expect(store.sales.commit(second.ids, second.finish).ok).toBe(true);
  expect(store.check()).toEqual([]);
});
