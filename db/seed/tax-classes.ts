import type { TaxClassRecord, TaxRate } from '#shared/domain/catalog/tax-class.ts';
import { en } from './build.ts';

type Period = Pick<TaxRate, 'validFrom' | 'validTo'>;

function rate(
  id: string,
  country: string,
  rateBps: number,
  percent: string,
  period: Period,
): TaxRate {
  return { id, country, rateBps, label: en(`VAT ${percent}`), ...period };
}

const from2007 = Date.UTC(2007, 0, 1);
const germanCutFrom = Date.UTC(2020, 6, 1);
const germanCutTo = Date.UTC(2021, 0, 1);
const finnishRise = Date.UTC(2024, 8, 1);

/** German and Finnish value added tax; the laws behind each period are in this folder's README. */
export const taxClasses: readonly TaxClassRecord[] = [
  {
    kind: 'taxClass',
    id: 'standard',
    name: en('Standard rate'),
    rates: [
      rate('de-standard', 'DE', 1900, '19%', { validFrom: from2007, validTo: germanCutFrom }),
      rate('de-standard', 'DE', 1600, '16%', { validFrom: germanCutFrom, validTo: germanCutTo }),
      rate('de-standard', 'DE', 1900, '19%', { validFrom: germanCutTo }),
      rate('fi-standard', 'FI', 2400, '24%', {
        validFrom: Date.UTC(2013, 0, 1),
        validTo: finnishRise,
      }),
      rate('fi-standard', 'FI', 2550, '25.5%', { validFrom: finnishRise }),
    ],
  },
  {
    kind: 'taxClass',
    id: 'books',
    name: en('Printed books'),
    rates: [
      rate('de-reduced', 'DE', 700, '7%', { validFrom: from2007, validTo: germanCutFrom }),
      rate('de-reduced', 'DE', 500, '5%', { validFrom: germanCutFrom, validTo: germanCutTo }),
      rate('de-reduced', 'DE', 700, '7%', { validFrom: germanCutTo }),
      rate('fi-reduced', 'FI', 1000, '10%', {
        validFrom: Date.UTC(2013, 0, 1),
        validTo: Date.UTC(2025, 0, 1),
      }),
      rate('fi-reduced', 'FI', 1400, '14%', {
        validFrom: Date.UTC(2025, 0, 1),
        validTo: Date.UTC(2026, 0, 1),
      }),
      rate('fi-reduced', 'FI', 1350, '13.5%', { validFrom: Date.UTC(2026, 0, 1) }),
    ],
  },
];
