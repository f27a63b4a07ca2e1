import { expect, test } from 'vitest';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { ProductMatch } from '#shared/domain/catalog/promotion.ts';
import { createMatchRegistry } from '#shared/domain/pricing/promotions/match.ts';

const lip: ProductRecord = {
  kind: 'product',
  sku: 'lip',
  type: 'ready',
  name: { en: 'Lip' },
  brand: 'Aura',
  category: 'lips',
  taxClass: 'std',
};
const mix: ProductRecord = { ...lip, sku: 'mix', type: 'custom', template: 'mix' };

function hits(match: ProductMatch, product: ProductRecord): boolean {
  const registry = createMatchRegistry();
  const index = registry.indexOf(match);
  return registry.table().hitsOf(product)[index] === 1;
}

test.each<[ProductMatch, boolean, boolean]>([
  [{}, true, true],
  [{ skus: ['lip', 'other'] }, true, false],
  [{ brands: ['Aura'] }, true, true],
  [{ brands: ['Noir'] }, false, false],
  [{ categories: ['lips'] }, true, true],
  [{ templates: ['mix'] }, false, true],
  [{ type: 'ready' }, true, false],
  [{ type: 'custom' }, false, true],
  [{ brands: ['Aura'], type: 'custom' }, false, true],
  [{ brands: ['Noir'], skus: ['lip'] }, false, false],
])('PRC-41 %j takes a ready product: %s, a custom one: %s', (match, ready, custom) => {
  expect([hits(match, lip), hits(match, mix)]).toEqual([ready, custom]);
});

test('PRC-41 equal matches of several promotions are one', () => {
  const registry = createMatchRegistry();
  const first = registry.indexOf({ brands: ['Aura'], type: 'ready' });
  expect(registry.indexOf({ type: 'ready', brands: ['Aura'] })).toBe(first);
  expect(registry.indexOf({ type: 'ready' })).not.toBe(first);
});
