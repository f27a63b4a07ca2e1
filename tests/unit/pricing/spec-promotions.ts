import type { ProductMatch, PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import { cell, type TableRow, tableUnder } from './spec-tables.ts';

const skus = new Set(tableUnder('Products').map((row) => cell(row, 'sku')));
const brands = new Set(tableUnder('Products').map((row) => cell(row, 'brand')));

/** The promotions of the examples by id. */
export const specPromotions: ReadonlyMap<string, PromotionRecord> = new Map(
  tableUnder('Promotions').map((row) => [cell(row, 'id'), readPromotion(row)]),
);

function readPromotion(row: TableRow): PromotionRecord {
  const id = cell(row, 'id');
  return {
    kind: 'promotion',
    id,
    name: { en: `Promotion ${id}` },
    scope: cell(row, 'scope') === 'line' ? 'line' : 'basket',
    conditions: readCondition(cell(row, 'when')),
    action: readAction(cell(row, 'takes off')),
    priority: Number(cell(row, 'priority')),
    stackingGroup: cell(row, 'group'),
    exclusive: false,
    validFrom: 0,
    ...Object.assign({}, ...cell(row, 'also').split(';').map(readAlso)),
  };
}

function readAction(text: string): PromotionRecord['action'] {
  const percent = /^(\d+)% off (\w+)$/.exec(text);
  if (percent) {
    return { kind: 'percentOff', match: readMatch(percent[2]), bps: Number(percent[1]) * 100 };
  }
  const amount = /^(\d+) off (each )?(\w+)$/.exec(text);
  if (amount) {
    return {
      kind: 'amountOff',
      match: readMatch(amount[3]),
      amountMinor: Number(amount[1]),
      per: amount[2] === undefined ? 'sale' : 'unit',
    };
  }
  const buy = /^buy (\d+) (\w+) get (\d+) (\w+) (\d+)%$/.exec(text);
  if (buy) {
    return {
      kind: 'buyXGetY',
      buy: readMatch(buy[2]),
      buyQuantity: Number(buy[1]),
      get: readMatch(buy[4]),
      getQuantity: Number(buy[3]),
      bps: Number(buy[5]) * 100,
    };
  }
  const bundle = /^bundle (.+) = (\d+)$/.exec(text);
  if (bundle?.[1] === undefined) throw new Error(`cannot read the action "${text}"`);
  const parts = bundle[1].split(' + ').map((part) => {
    const [quantity, match] = part.split(' ');
    return { match: readMatch(match), quantity: Number(quantity) };
  });
  return { kind: 'bundle', parts, priceMinor: Number(bundle[2]) };
}

function readMatch(word: string | undefined): ProductMatch {
  if (word === undefined) throw new Error('a match is missing');
  if (word === 'all') return {};
  if (skus.has(word)) return { skus: [word] };
  return brands.has(word) ? { brands: [word] } : { categories: [word] };
}

function readCondition(text: string): PromotionRecord['conditions'] {
  if (text === '') return [];
  const [kind, subject, amount] = text.split(' ');
  switch (kind) {
    case 'segment':
      return [{ kind: 'customerSegment', in: [subject ?? ''] }];
    case 'subtotal':
      return [{ kind: 'minSubtotal', match: readMatch(subject), amountMinor: Number(amount) }];
    case 'quantity':
      return [{ kind: 'minQuantity', match: readMatch(subject), quantity: Number(amount) }];
    default:
      throw new Error(`cannot read the condition "${text}"`);
  }
}

function readAlso(clause: string): Partial<PromotionRecord> {
  const [word, ...values] = clause.trim().split(' ');
  const [value = ''] = values;
  switch (word) {
    case '':
      return {};
    case 'exclusive':
      return { exclusive: true };
    case 'sale':
      return { maxPerSale: Number(value) };
    case 'customer':
      return { maxPerCustomer: Number(value) };
    case 'discount':
      return { maxDiscountMinor: Number(value) };
    case 'codes':
      return { couponCodes: values };
    case 'store':
      return { stores: values };
    case 'from':
      return { validFrom: Date.parse(value) };
    case 'until':
      return { validTo: Date.parse(value) };
    default:
      throw new Error(`cannot read "${clause}"`);
  }
}
