import { hash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import { recordKinds } from '#shared/domain/catalog-feed/validate-record.ts';
import { openSaleWorld, type SaleWorld, type SaleWorldOptions, value } from './sale-world.ts';
import { tempFolder } from './temp-folder.ts';

/** A kiosk whose catalog has these records alone, standing in `store`; closed when the test is. */
export async function kioskOf(
  records: readonly CatalogRecord[],
  store: string,
  { folder = tempFolder(), ...options }: SaleWorldOptions & { readonly folder?: string } = {},
): Promise<SaleWorld> {
  const first = openSaleWorld(folder, options);
  const writer = first.store.catalogWriter();
  writer.begin();
  writer.stage(records.map((record) => hashRecord(record, (text) => hash('sha256', text))));
  writer.removeUnstaged([...recordKinds]);
  writer.publish('release');
  value(first.store.device.moveTo(store));
  await first.close();
  const world = openSaleWorld(folder, { auto: 'approve', ...options });
  onTestFinished(() => world.close());
  return world;
}
