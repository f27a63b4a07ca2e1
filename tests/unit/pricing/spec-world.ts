import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import type { CashRounding, StoreRecord } from '#shared/domain/catalog/store.ts';
import type { TaxClassRecord } from '#shared/domain/catalog/tax-class.ts';
import type {
  GroupPrice,
  OptionGroup,
  TemplateOption,
  TemplateRecord,
} from '#shared/domain/catalog/template.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { cell, type TableRow, tableUnder } from './spec-tables.ts';

const stores = new Map(tableUnder('Stores').map((row) => [cell(row, 'store'), readStore(row)]));
const products = new Map(
  tableUnder('Products').map((row) => [cell(row, 'sku'), readProduct(row)] as const),
);

/** The catalog of the examples in one of their stores. */
export function specCatalog(
  storeId: string,
  promotions: readonly PromotionRecord[],
): PricingCatalog {
  const store = stores.get(storeId);
  if (store === undefined) throw new Error(`the specification has no store ${storeId}`);
  return {
    version: 7,
    store,
    products,
    prices: Map.groupBy(
      tableUnder('Prices').map((row) => readPrice(row, store.currency)),
      (price) => price.sku,
    ),
    templates: new Map([[template.id, template]]),
    taxClasses,
    promotions,
  };
}

function readStore(row: TableRow): StoreRecord {
  const id = cell(row, 'store');
  const store: StoreRecord = {
    kind: 'store',
    id,
    name: id,
    address: [],
    legalLines: [],
    currency: cell(row, 'currency'),
    country: cell(row, 'country'),
    jurisdictions: [cell(row, 'country')],
    timeZone: 'UTC',
    locale: 'en',
    pricesIncludeTax: cell(row, 'prices') === 'gross',
    taxRounding: cell(row, 'tax rounding') === 'perLine' ? 'perLine' : 'perTotal',
  };
  const cash = cell(row, 'cash');
  return cash === '' ? store : { ...store, cashRounding: readCashRounding(cash) };
}

function readCashRounding(text: string): CashRounding {
  const [mode, increment] = text.split(' ');
  if (mode !== 'nearest' && mode !== 'down' && mode !== 'up') throw new Error(`mode ${mode}`);
  return { mode, incrementMinor: Number(increment) };
}

function readProduct(row: TableRow): ProductRecord {
  const sku = cell(row, 'sku');
  const type = cell(row, 'type');
  if (type !== 'ready' && type !== 'custom' && type !== 'component') throw new Error(type);
  const product: ProductRecord = {
    kind: 'product',
    sku,
    type,
    name: { en: sku },
    brand: cell(row, 'brand'),
    category: cell(row, 'category'),
    taxClass: cell(row, 'class'),
  };
  return type === 'custom' ? { ...product, template: sku } : product;
}

/** Until and from as ISO dates; an empty cell leaves the period open. */
function readValidity(row: TableRow): { readonly validFrom: number; readonly validTo?: number } {
  const from = cell(row, 'from');
  const until = cell(row, 'until');
  const validFrom = from === '' ? 0 : Date.parse(from);
  return until === '' ? { validFrom } : { validFrom, validTo: Date.parse(until) };
}

function readPrice(row: TableRow, currency: string): PriceRecord {
  const price: PriceRecord = {
    kind: 'price',
    sku: cell(row, 'sku'),
    currency,
    amountMinor: Number(cell(row, 'price')),
    ...readValidity(row),
  };
  const store = cell(row, 'store');
  return store === '' ? price : { ...price, store };
}

const taxClasses: ReadonlyMap<string, TaxClassRecord> = new Map(
  ['std', 'red'].map((id) => [
    id,
    {
      kind: 'taxClass',
      id,
      name: { en: id },
      rates: tableUnder('Tax rates')
        .filter((row) => cell(row, 'class') === id)
        .map((row) => ({
          id: cell(row, 'rate'),
          country: cell(row, 'country'),
          rateBps: Number(cell(row, 'bps')),
          label: { en: cell(row, 'rate') },
          ...readValidity(row),
        })),
    },
  ]),
);

const template: TemplateRecord = {
  kind: 'template',
  id: 'mix',
  name: { en: 'mix' },
  use: 'leaveOn',
  ingredients: [],
  doses: [],
  groups: tableUnder('Template of `mix`').map(readGroup),
};

function readGroup(row: TableRow): OptionGroup {
  const id = cell(row, 'group');
  const common = { id, name: { en: id }, ...readGroupPrice(cell(row, 'group price')) };
  const options = cell(row, 'options').split(', ').map(readOption);
  switch (cell(row, 'type')) {
    case 'single':
      return { ...common, type: 'single', required: false, options };
    case 'color':
      return { ...common, type: 'color', required: false, options };
    case 'multi':
      return { ...common, type: 'multi', min: 0, max: 5, options };
    case 'amount':
      return {
        ...common,
        type: 'amount',
        required: false,
        min: 0,
        max: 20,
        step: 1,
        unit: { en: 'x' },
      };
    case 'text':
      return {
        ...common,
        type: 'text',
        required: false,
        minLength: 1,
        maxLength: 20,
        allowed: '.',
        blockedWords: [],
      };
    default:
      throw new Error(`group ${id} has no type`);
  }
}

function readOption(text: string): TemplateOption {
  const [id = '', price] = text.split(' ');
  const option = { id, name: { en: id } };
  if (price === undefined) return option;
  return price.endsWith('%')
    ? { ...option, price: { kind: 'percent', bps: Number.parseFloat(price) * 100 } }
    : { ...option, price: { kind: 'flat', amountMinor: Number(price) } };
}

function readGroupPrice(text: string): { readonly price?: GroupPrice } {
  if (text === '') return {};
  const perUnit = /^(\d+) above (\d+)$/.exec(text);
  if (perUnit) {
    const [, amount, included] = perUnit;
    return {
      price: { kind: 'perUnit', amountMinor: Number(amount), included: Number(included) },
    };
  }
  const tiers = [...text.matchAll(/from (\d+): (\d+)/g)].map(([, from, amount]) => ({
    from: Number(from),
    amountMinor: Number(amount),
  }));
  return { price: { kind: 'tiered', tiers } };
}
