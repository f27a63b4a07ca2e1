import type { Validity } from '../../lib/time.ts';
import { bitmapProblem } from './bitmap.ts';
import type { CatalogRecord } from './feed.ts';
import { normalizeGtin } from './gtin.ts';
import type { ProductRecord } from './product.ts';
import type { StoreRecord } from './store.ts';
import type { TaxClassRecord } from './tax-class.ts';
import type { TemplateRecord } from './template.ts';

/** What is wrong with a record, where, in one line for a person. */
export interface RecordProblem {
  /** Path within the record, e.g. `rates[0].validTo`. */
  readonly field: string;
  readonly reason: string;
}

/** What a schema cannot say about one record by itself; `null` when it is sound. */
export function problemOf(record: CatalogRecord): RecordProblem | null {
  switch (record.kind) {
    case 'store':
      return storeProblem(record);
    case 'taxClass':
      return taxClassProblem(record);
    case 'allergen':
      return firstValidityProblem(record.thresholds, 'thresholds');
    case 'product':
      return productProblem(record);
    case 'price':
      return validityProblem(record, '');
    case 'promotion':
      return reservedProblem(record.id, 'id') ?? validityProblem(record, '');
    case 'template':
      return templateProblem(record);
    default:
      return null;
  }
}

/** The one id that every plain object has a member for, where nobody has put one. */
function reservedProblem(id: string, field: string): RecordProblem | null {
  return id === 'constructor' ? { field, reason: `"${id}" is a reserved word` } : null;
}

function templateProblem({ groups }: TemplateRecord): RecordProblem | null {
  for (const [index, { id }] of groups.entries()) {
    const problem = reservedProblem(id, `groups[${index}].id`);
    if (problem !== null) return problem;
  }
  return null;
}

function validityProblem(period: Validity, prefix: string): RecordProblem | null {
  if (period.validTo === undefined || period.validTo > period.validFrom) return null;
  return { field: `${prefix}validTo`, reason: 'must be later than validFrom' };
}

function firstValidityProblem(periods: readonly Validity[], field: string): RecordProblem | null {
  for (const [index, period] of periods.entries()) {
    const problem = validityProblem(period, `${field}[${index}].`);
    if (problem !== null) return problem;
  }
  return null;
}

function productProblem(product: ProductRecord): RecordProblem | null {
  if (product.type === 'custom' && product.template === undefined) {
    return { field: 'template', reason: 'is missing: a custom product names its template' };
  }
  if (product.type !== 'custom' && product.template !== undefined) {
    return { field: 'template', reason: `is only for custom products, not for ${product.type}` };
  }
  for (const [index, gtin] of (product.gtins ?? []).entries()) {
    const normal = normalizeGtin(gtin);
    if (!normal.ok) return { field: `gtins[${index}]`, reason: normal.error };
  }
  return null;
}

function taxClassProblem(taxClass: TaxClassRecord): RecordProblem | null {
  const problem = firstValidityProblem(taxClass.rates, 'rates');
  if (problem !== null) return problem;
  for (const [index, rate] of taxClass.rates.entries()) {
    const clash = taxClass.rates.findIndex(
      (other, at) =>
        at < index &&
        other.id === rate.id &&
        other.country === rate.country &&
        overlaps(other, rate),
    );
    if (clash >= 0) {
      return { field: `rates[${index}]`, reason: `overlaps rates[${clash}], the same rate` };
    }
  }
  return null;
}

function overlaps(a: Validity, b: Validity): boolean {
  const endA = a.validTo ?? Number.POSITIVE_INFINITY;
  const endB = b.validTo ?? Number.POSITIVE_INFINITY;
  return a.validFrom < endB && b.validFrom < endA;
}

function storeProblem(store: StoreRecord): RecordProblem | null {
  if (!isAccepted(() => new Intl.DateTimeFormat('en', { timeZone: store.timeZone }))) {
    return { field: 'timeZone', reason: `"${store.timeZone}" is not an IANA time zone` };
  }
  if (!isAccepted(() => Intl.getCanonicalLocales(store.locale))) {
    return { field: 'locale', reason: `"${store.locale}" is not a language tag` };
  }
  const reason = store.logo === undefined ? null : bitmapProblem(store.logo);
  return reason === null ? null : { field: 'logo.bits', reason };
}

/** Intl tells what it does not know by throwing. */
function isAccepted(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
