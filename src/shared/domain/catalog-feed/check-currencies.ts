import { type NextCatalog, recordsAfterImport } from './live-records.ts';

/** Rejects prices in a currency that their store, or no store at all, sells in. CAT-33 */
export function checkCurrencies(next: NextCatalog): void {
  const { contents } = next;
  if (contents.held('price').size === 0) return;
  const currencies = new Map<string, string>();
  for (const store of recordsAfterImport('store', next)) currencies.set(store.id, store.currency);
  const sold = new Set(currencies.values());
  for (const [key, { record }] of contents.held('price')) {
    if (record.kind !== 'price') continue;
    const storeCurrency = record.store === undefined ? undefined : currencies.get(record.store);
    if (storeCurrency !== undefined && storeCurrency !== record.currency) {
      const reason = `is ${record.currency}, but the store ${record.store} sells in ${storeCurrency}`;
      contents.reject('price', key, { field: 'currency', reason });
    } else if (sold.size > 0 && !sold.has(record.currency)) {
      const reason = `is ${record.currency}, but the stores sell in ${[...sold].sort().join(', ')}`;
      contents.reject('price', key, { field: 'currency', reason });
    }
  }
}
