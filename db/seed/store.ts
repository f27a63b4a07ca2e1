import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import { categoryNames } from './brands.ts';
import { logo } from './logo.ts';

/** The flagship comes first: a new demo device belongs to it. */
export const flagship = 'aurel-fenn-berlin';
export const secondStore = 'aurel-fenn-helsinki';

export const stores: readonly StoreRecord[] = [
  {
    kind: 'store',
    id: flagship,
    name: 'Aurel & Fenn Berlin',
    address: ['Ateliergasse 7', '10119 Berlin', 'Germany'],
    legalLines: ['Aurel & Fenn Demo GmbH', 'USt-IdNr. DE000000000 (demo)'],
    currency: 'EUR',
    country: 'DE',
    jurisdictions: ['EU', 'DE'],
    timeZone: 'Europe/Berlin',
    locale: 'en-DE',
    categoryNames,
    pricesIncludeTax: true,
    taxRounding: 'perTotal',
    logo,
  },
  {
    kind: 'store',
    id: secondStore,
    name: 'Aurel & Fenn Helsinki',
    address: ['Kaistakatu 12', '00140 Helsinki', 'Finland'],
    legalLines: ['Aurel & Fenn Demo Oy', 'ALV-tunnus FI00000000 (demo)'],
    currency: 'EUR',
    country: 'FI',
    jurisdictions: ['EU', 'FI'],
    timeZone: 'Europe/Helsinki',
    locale: 'en-FI',
    categoryNames,
    pricesIncludeTax: true,
    taxRounding: 'perTotal',
    // Cash is rounded to 5 cents in Finland; card payments are not.
    cashRounding: { incrementMinor: 5, mode: 'nearest' },
    logo,
  },
];
