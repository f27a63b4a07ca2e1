import type { PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import type { Basket, BasketLine, Customer } from '#shared/domain/pricing/basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { PricingFault } from '#shared/domain/pricing/pricing-context.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import type { Result } from '#shared/lib/result.ts';
import { specPromotions } from './spec-promotions.ts';
import { cell, type TableRow } from './spec-tables.ts';
import { specCatalog } from './spec-world.ts';

/** A worked example, ready to be priced. */
export interface SpecCase {
  readonly title: string;
  readonly basket: Basket;
  readonly catalog: PricingCatalog;
  /** By the notation of the specification: `total`, `tax`, `offs` … */
  readonly expected: ReadonlyMap<string, string>;
}

export function readCase(row: TableRow): SpecCase {
  const given = readWith(cell(row, 'with'));
  const expected = cell(row, 'expected')
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  return {
    title: `case ${cell(row, '#')}: ${cell(row, 'store')}, ${cell(row, 'basket')} ${cell(row, 'with')}`,
    basket: { ...given.basket, lines: splitOutside(cell(row, 'basket'), ',').map(readLine) },
    catalog: specCatalog(cell(row, 'store'), given.promotions),
    expected: new Map(expected),
  };
}

/** What really came out, in the notation of the expectation `key`. */
export function actual(key: string, priced: Result<Quote, PricingFault>): string {
  if (!priced.ok) return priced.error.code;
  const quote = priced.value;
  const [first] = quote.lines;
  switch (key) {
    case 'total':
      return String(quote.totalMinor);
    case 'sub':
      return String(quote.subtotalMinor);
    case 'off':
      return String(quote.discountMinor);
    case 'tax':
      return String(quote.taxMinor);
    case 'cash':
      return String(quote.cashTotalMinor);
    case 'totals':
      return quote.lines.map((line) => line.totalMinor).join('/');
    case 'offs':
      return quote.lines.map((line) => line.discountMinor).join('/');
    case 'linetax':
      return quote.lines.map((line) => line.taxMinor).join('/');
    case 'taxes':
      return quote.taxes.map((tax) => `${tax.rate}:${tax.taxMinor}`).join();
    case 'trace':
      return (first?.trace ?? [])
        .filter((entry) => entry.step !== 'tax')
        .map((entry) => `${entry.ref}:${entry.amountMinor}`)
        .join();
    case 'applied':
      return quote.promotions
        .map((each) => `${each.promotion}*${each.applications}:${each.discountMinor}`)
        .join('+');
    case 'unused':
      return quote.unusedCoupons.map((each) => `${each.code}:${each.reason}`).join();
    default:
      return 'a quote';
  }
}

function readLine(text: string, index: number): BasketLine {
  const found = /^(\d+) (\w+)(?:\{(.*)\})?$/u.exec(text.trim());
  const [, quantity, sku = '', choices] = found ?? [];
  if (found === null) throw new Error(`cannot read the line "${text}"`);
  const lineId = String.fromCharCode('a'.charCodeAt(0) + index);
  const line = { lineId, sku, quantity: Number(quantity) };
  if (choices === undefined) return line;
  const selections = splitOutside(choices, ' ').map((choice) => {
    const at = choice.indexOf('=');
    const group = choice.slice(0, at);
    return [group, readSelection(group, choice.slice(at + 1))] as const;
  });
  return { ...line, design: { template: 'mix', selections: Object.fromEntries(selections) } };
}

function readSelection(group: string, text: string): Selection {
  if (text.startsWith('"')) return text.slice(1, -1);
  if (/^\d+$/.test(text)) return Number(text);
  return group === 'actives' || text.includes('+') ? text.split('+') : text;
}

function readWith(text: string): {
  readonly basket: Omit<Basket, 'lines'>;
  readonly promotions: readonly PromotionRecord[];
} {
  let promotions: readonly PromotionRecord[] = [];
  let customer: Customer | undefined;
  let coupons: string[] = [];
  let at = Date.parse('2025-03-15');
  for (const clause of splitOutside(text, ';')) {
    const [word = '', ...values] = splitOutside(clause.trim(), ' ');
    const [value = ''] = values;
    switch (word) {
      case 'codes':
        coupons = values.map((code) => code.replaceAll('"', ''));
        break;
      case 'at':
        at = Date.parse(value);
        break;
      case 'segments':
        customer = { ...customer, segments: values };
        break;
      case 'customer':
        customer = { ...customer, id: value };
        break;
      case 'uses': {
        const [promotion = '', uses] = value.split('=');
        customer = { ...customer, promotionUses: { [promotion]: Number(uses) } };
        break;
      }
      default:
        promotions = [word, ...values].map(readPromotionName);
    }
  }
  const basket = customer === undefined ? { coupons, at } : { coupons, at, customer };
  return { basket, promotions };
}

function readPromotionName(id: string): PromotionRecord {
  const promotion = specPromotions.get(id);
  if (promotion === undefined) throw new Error(`the specification has no promotion ${id}`);
  return promotion;
}

/** Splits where `mark` stands outside quotes and braces; nothing gives nothing. */
function splitOutside(text: string, mark: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === mark && !quoted && depth === 0) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part].filter((each) => each !== '');
}
