import { storeDay } from '#shared/domain/journey/store-day.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import { required } from '#shared/lib/assert.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { pricingRecords } from '../catalog/pricing-records.ts';
import { withPerson } from '../people/person-records.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { SaleFault, SaleStore } from '../ports/sale-store.ts';
import { buildSaleRecords, type PaidSale } from './sale-records.ts';

export interface CommitPorts {
  readonly catalog: CatalogReader;
  readonly sales: SaleStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The quote no longer holds: nothing was written. */
export class QuoteOutdated extends Error {}

/**
 * Stores a paid sale durably, once for each payment; the stored order when it was stored before.
 * `holds` is asked inside the transaction, when nobody else can sell.
 * @throws QuoteOutdated when the quote does not hold any more.
 */
export function commitSale(
  { catalog, sales, clock, ids }: CommitPorts,
  sale: PaidSale,
  holds: () => boolean = () => true,
): Result<Order, SaleFault> {
  const records = catalogOfQuote(catalog, sale.quote);
  const catalogHash = catalog.contentHash(sale.quote.catalogVersion);
  const stamp = {
    device: sales.device().code,
    soldAt: clock.now(),
    eventId: ids.next(),
    ...(catalogHash === null ? {} : { catalogHash }),
  };
  const day = storeDay(stamp.soldAt, records.store.timeZone);
  const texts = receiptTextsIn(records.store.locale);
  const paymentIds = sale.payments.map(({ id }) => id);
  try {
    return sales.commit({ orderId: sale.orderId, paymentIds }, (number, nextPickup) => {
      if (!holds()) throw new QuoteOutdated();
      // HOF-20: what is taken along at once is called by nobody.
      const isMade = sale.basket.lines.some(({ design }) => design !== undefined);
      const pickup = isMade ? { pickup: nextPickup(day) } : {};
      const written = buildSaleRecords(sale, { ...stamp, number, ...pickup }, records, texts);
      return sale.person === undefined ? written : withPerson(written, sale.person, ids.next());
    });
  } catch (error) {
    // The failure may have come after the sale was written.
    const stored = sales.order(sale.orderId);
    if (stored === null) throw error;
    return ok(stored);
  }
}

/** The records that a quote was made from; every published version stays readable. */
export function catalogOfQuote(catalog: CatalogReader, quote: Quote): PricingCatalog {
  const skus = quote.lines.map(({ sku }) => sku);
  return required(
    pricingRecords(catalog, quote.catalogVersion, skus, quote.store),
    `store ${quote.store} of catalog version ${quote.catalogVersion}`,
  );
}
