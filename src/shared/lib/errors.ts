import type { Json } from './canonical-json.ts';

interface ErrorEntry {
  /** Whether the same request may succeed later without being changed. */
  readonly retryable: boolean;
  /** Key of the calm sentence that a person reads; the texts live in the renderer's i18n. */
  readonly messageKey: string;
}

/** The one registry of expected failures. Codes are stable: clients and stored events name them. */
export const errorCodes = {
  'input.invalid': { retryable: false, messageKey: 'errors.input.invalid' },
  'request.unknown': { retryable: false, messageKey: 'errors.request.unknown' },
  'internal.failure': { retryable: true, messageKey: 'errors.internal.failure' },
  'catalog.unavailable': { retryable: true, messageKey: 'errors.catalog.unavailable' },
  'catalog.product_not_found': { retryable: false, messageKey: 'errors.catalog.productNotFound' },
  'catalog.template_not_found': { retryable: false, messageKey: 'errors.catalog.templateNotFound' },
  'design.malformed': { retryable: false, messageKey: 'errors.design.malformed' },
  'design.not_valid': { retryable: false, messageKey: 'errors.design.notValid' },
  'pricing.not_for_sale': { retryable: false, messageKey: 'errors.pricing.notForSale' },
  'pricing.coupon_unknown': { retryable: false, messageKey: 'errors.pricing.couponUnknown' },
  'cart.line_not_found': { retryable: false, messageKey: 'errors.cart.lineNotFound' },
  'cart.empty': { retryable: false, messageKey: 'errors.cart.empty' },
  'cart.full': { retryable: false, messageKey: 'errors.cart.full' },
  'cart.locked': { retryable: true, messageKey: 'errors.cart.locked' },
  'cart.changed': { retryable: true, messageKey: 'errors.cart.changed' },
  'payment.insufficient': { retryable: false, messageKey: 'errors.payment.insufficient' },
  'payment.declined': { retryable: true, messageKey: 'errors.payment.declined' },
  'payment.cancelled': { retryable: true, messageKey: 'errors.payment.cancelled' },
  'payment.timeout': { retryable: true, messageKey: 'errors.payment.timeout' },
  'payment.reversed': { retryable: true, messageKey: 'errors.payment.reversed' },
  'payment.unsettled': { retryable: true, messageKey: 'errors.payment.unsettled' },
  'order.not_found': { retryable: false, messageKey: 'errors.order.notFound' },
  'store.full': { retryable: true, messageKey: 'errors.store.full' },
  'store.damaged': { retryable: false, messageKey: 'errors.store.damaged' },
  'store.from_future': { retryable: false, messageKey: 'errors.store.fromFuture' },
  'store.migration_changed': { retryable: false, messageKey: 'errors.store.migrationChanged' },
  'store.unavailable': { retryable: true, messageKey: 'errors.store.unavailable' },
  'store.busy': { retryable: true, messageKey: 'errors.store.busy' },
  'import.malformed': { retryable: false, messageKey: 'errors.import.malformed' },
  'import.shrinks': { retryable: false, messageKey: 'errors.import.shrinks' },
  'import.cancelled': { retryable: true, messageKey: 'errors.import.cancelled' },
  'kiosk.running': { retryable: true, messageKey: 'errors.kiosk.running' },
  'device.not_ready': { retryable: true, messageKey: 'errors.device.notReady' },
  'device.cannot_print': { retryable: false, messageKey: 'errors.device.cannotPrint' },
  'drawer.note_missing': { retryable: false, messageKey: 'errors.drawer.noteMissing' },
  'printing.job_not_found': { retryable: false, messageKey: 'errors.printing.jobNotFound' },
  'printing.job_waiting': { retryable: true, messageKey: 'errors.printing.jobWaiting' },
  'printing.copy_needed': { retryable: false, messageKey: 'errors.printing.copyNeeded' },
  'bench.disabled': { retryable: false, messageKey: 'errors.bench.disabled' },
} as const satisfies Record<string, ErrorEntry>;

/** A code of the registry. */
export type ErrorCode = keyof typeof errorCodes;

/** An expected failure as a value. `message` is English, for logs and the command line. */
export interface Fault<C extends ErrorCode = ErrorCode> {
  readonly code: C;
  readonly message: string;
  readonly details?: Json;
}

/** Makes a fault; `details` say where and what exactly, for whoever handles it. */
export function fault<C extends ErrorCode>(code: C, message: string, details?: Json): Fault<C> {
  return details === undefined ? { code, message } : { code, message, details };
}
