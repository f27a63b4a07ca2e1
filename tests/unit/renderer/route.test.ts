import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../../src/renderer/stores/route.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const sku = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,20}$/);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'home' },
    { screen: 'cart' },
    { screen: 'payment' },
    { screen: 'thanks' },
    { screen: 'bench' },
    { screen: 'devices' },
  ),
  fc.record(
    { screen: fc.constant('search' as const), text, brand: word, category: word },
    { requiredKeys: ['screen', 'text'] },
  ),
  fc.record({ screen: fc.constant('product' as const), sku }),
  fc.record(
    { screen: fc.constant('customize' as const), sku, line: fc.uuid() },
    { requiredKeys: ['screen', 'sku'] },
  ),
);

test('UIX-1 a place that is written and read is the same place', () => {
  fc.assert(
    fc.property(route, (place) => {
      expect(parseRoute(formatRoute(place))).toEqual(place);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('UIX-1 no address is the beginning', () => {
  expect(parseRoute('')).toEqual({ screen: 'welcome' });
});

test('UIX-1 anything that is not a place leads home', () => {
  for (const hash of ['#', '#/', '#/nowhere', '#/product', '#/product/%E0%A4%A', '#?x']) {
    expect(parseRoute(hash)).toEqual({ screen: 'home' });
  }
});
