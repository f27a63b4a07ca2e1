import { expect, test } from 'vitest';
import { isValidAt } from '#shared/lib/time.ts';
import { recordsOf } from './seed.ts';

const allergens = recordsOf('allergen');

test('81 fragrance allergens, of which 24 have been labelled since 2005', () => {
  expect(allergens).toHaveLength(81);
  const inForce = (at: number) =>
    allergens.filter(({ thresholds }) => thresholds.some((threshold) => isValidAt(threshold, at)));
  expect(inForce(Date.UTC(2005, 2, 10))).toHaveLength(0);
  expect(inForce(Date.UTC(2005, 2, 11))).toHaveLength(24);
  expect(inForce(Date.UTC(2026, 6, 31))).toHaveLength(24);
  expect(inForce(Date.UTC(2026, 7, 1))).toHaveLength(81);
});

test('every threshold is 10 ppm leave-on and 100 ppm rinse-off, with its source', () => {
  for (const { id, thresholds } of allergens) {
    expect(thresholds, id).toHaveLength(1);
    for (const threshold of thresholds) {
      expect(threshold).toMatchObject({ jurisdiction: 'EU', leaveOnPpm: 10, rinseOffPpm: 100 });
      expect(threshold.source).toMatch(/2023\/1545/);
    }
  }
});

test('every CAS number has the right check digit', () => {
  const numbers = allergens.flatMap(({ casNumbers }) => casNumbers);
  expect(new Set(numbers).size).toBe(numbers.length);
  const wrong = numbers.filter((cas) => {
    const digits = [...cas.replaceAll('-', '')].map(Number).reverse();
    const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index + 1), 0);
    return sum % 10 !== digits[0];
  });
  expect(wrong).toEqual([]);
});

test('substances that the EU has banned since are not listed as allergens', () => {
  const banned = ['31906-04-4', '80-54-6'];
  expect(
    allergens.filter(({ casNumbers }) => casNumbers.some((cas) => banned.includes(cas))),
  ).toEqual([]);
});

test('single constituents of an oil never add up to more than the oil', () => {
  for (const ingredient of recordsOf('ingredient')) {
    const parts = ingredient.allergens.filter(({ ppm }) => ppm !== null && ppm < 1_000_000);
    const total = parts.reduce((sum, { ppm }) => sum + (ppm ?? 0), 0);
    expect(total, ingredient.id).toBeLessThanOrEqual(1_000_000);
  }
});

test('some suppliers do not state an amount, so that failing closed can be seen', () => {
  const unknown = recordsOf('ingredient').filter(({ allergens: links }) =>
    links.some(({ ppm }) => ppm === null),
  );
  expect(unknown.map(({ id }) => id)).toEqual(['chamomile-oil', 'labdanum-resin']);
});
