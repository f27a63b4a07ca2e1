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
  'catalog.not_published': { retryable: true, messageKey: 'errors.catalog.notPublished' },
  'catalog.release_damaged': { retryable: true, messageKey: 'errors.catalog.releaseDamaged' },
  'catalog.cursor_stale': { retryable: true, messageKey: 'errors.catalog.cursorStale' },
  'catalog.version_not_found': { retryable: false, messageKey: 'errors.catalog.versionNotFound' },
  'catalog.version_in_use': { retryable: false, messageKey: 'errors.catalog.versionInUse' },
  'catalog.store_unknown': { retryable: false, messageKey: 'errors.catalog.storeUnknown' },
  'catalog.group_not_found': { retryable: false, messageKey: 'errors.catalog.groupNotFound' },
  'catalog.nothing_before': { retryable: false, messageKey: 'errors.catalog.nothingBefore' },
  'catalog.import_running': { retryable: true, messageKey: 'errors.catalog.importRunning' },
  'design.malformed': { retryable: false, messageKey: 'errors.design.malformed' },
  'design.not_valid': { retryable: false, messageKey: 'errors.design.notValid' },
  'design.not_found': { retryable: false, messageKey: 'errors.design.notFound' },
  'card.damaged': { retryable: true, messageKey: 'errors.card.damaged' },
  'card.newer': { retryable: false, messageKey: 'errors.card.newer' },
  'card.mistyped': { retryable: false, messageKey: 'errors.card.mistyped' },
  'card.unknown': { retryable: false, messageKey: 'errors.card.unknown' },
  'card.unreachable': { retryable: true, messageKey: 'errors.card.unreachable' },
  'card.product_gone': { retryable: false, messageKey: 'errors.card.productGone' },
  'survey.not_found': { retryable: false, messageKey: 'errors.survey.notFound' },
  'survey.exists': { retryable: false, messageKey: 'errors.survey.exists' },
  'survey.not_draft': { retryable: false, messageKey: 'errors.survey.notDraft' },
  'survey.has_draft': { retryable: false, messageKey: 'errors.survey.hasDraft' },
  'survey.not_asked': { retryable: false, messageKey: 'errors.survey.notAsked' },
  'survey.answer_unfit': { retryable: false, messageKey: 'errors.survey.answerUnfit' },
  'survey.version_changed': { retryable: false, messageKey: 'errors.survey.versionChanged' },
  'survey.not_understood': { retryable: false, messageKey: 'errors.survey.notUnderstood' },
  'pricing.not_for_sale': { retryable: false, messageKey: 'errors.pricing.notForSale' },
  'pricing.coupon_unknown': { retryable: false, messageKey: 'errors.pricing.couponUnknown' },
  'cart.line_not_found': { retryable: false, messageKey: 'errors.cart.lineNotFound' },
  'cart.empty': { retryable: false, messageKey: 'errors.cart.empty' },
  'cart.full': { retryable: false, messageKey: 'errors.cart.full' },
  'cart.locked': { retryable: true, messageKey: 'errors.cart.locked' },
  'cart.changed': { retryable: true, messageKey: 'errors.cart.changed' },
  'stock.sold_out': { retryable: true, messageKey: 'errors.stock.soldOut' },
  'stock.conflict': { retryable: false, messageKey: 'errors.stock.conflict' },
  'stock.below_zero': { retryable: false, messageKey: 'errors.stock.belowZero' },
  'stock.reservation_not_found': {
    retryable: false,
    messageKey: 'errors.stock.reservationNotFound',
  },
  'stock.reservation_ended': { retryable: false, messageKey: 'errors.stock.reservationEnded' },
  'payment.insufficient': { retryable: false, messageKey: 'errors.payment.insufficient' },
  'payment.declined': { retryable: true, messageKey: 'errors.payment.declined' },
  'payment.cancelled': { retryable: true, messageKey: 'errors.payment.cancelled' },
  'payment.timeout': { retryable: true, messageKey: 'errors.payment.timeout' },
  'payment.reversed': { retryable: true, messageKey: 'errors.payment.reversed' },
  'payment.unsettled': { retryable: true, messageKey: 'errors.payment.unsettled' },
  'handOff.too_large': { retryable: false, messageKey: 'errors.handOff.tooLarge' },
  'handOff.damaged': { retryable: true, messageKey: 'errors.handOff.damaged' },
  'handOff.newer': { retryable: false, messageKey: 'errors.handOff.newer' },
  'handOff.other_store': { retryable: false, messageKey: 'errors.handOff.otherStore' },
  'handOff.sold': { retryable: false, messageKey: 'errors.handOff.sold' },
  'handOff.bag_not_empty': { retryable: false, messageKey: 'errors.handOff.bagNotEmpty' },
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
  'person.not_found': { retryable: false, messageKey: 'errors.person.notFound' },
  'person.erased': { retryable: false, messageKey: 'errors.person.erased' },
  'person.key_conflict': { retryable: false, messageKey: 'errors.person.keyConflict' },
  'person.no_master_key': { retryable: true, messageKey: 'errors.person.noMasterKey' },
  'central.unavailable': { retryable: true, messageKey: 'errors.central.unavailable' },
  'central.refused': { retryable: false, messageKey: 'errors.central.refused' },
  'request.unreadable': { retryable: true, messageKey: 'errors.request.unreadable' },
  'device.enrolled_elsewhere': {
    retryable: false,
    messageKey: 'errors.device.enrolledElsewhere',
  },
  'device.place_differs': { retryable: false, messageKey: 'errors.device.placeDiffers' },
  'request.too_many': { retryable: true, messageKey: 'errors.request.tooMany' },
  'enrolment.code_invalid': { retryable: false, messageKey: 'errors.enrolment.codeInvalid' },
  'device.not_enrolled': { retryable: false, messageKey: 'errors.device.notEnrolled' },
  'device.signature_invalid': { retryable: false, messageKey: 'errors.device.signatureInvalid' },
  'device.clock_skew': { retryable: true, messageKey: 'errors.device.clockSkew' },
  'device.replayed': { retryable: true, messageKey: 'errors.device.replayed' },
  'device.not_found': { retryable: false, messageKey: 'errors.device.notFound' },
  'device.not_revoked': { retryable: false, messageKey: 'errors.device.notRevoked' },
  'device.revoked': { retryable: false, messageKey: 'errors.device.revoked' },
  'key.invalid': { retryable: false, messageKey: 'errors.key.invalid' },
  'key.scope_missing': { retryable: false, messageKey: 'errors.key.scopeMissing' },
  'event.malformed': { retryable: false, messageKey: 'errors.event.malformed' },
  'event.hash_wrong': { retryable: false, messageKey: 'errors.event.hashWrong' },
  'event.unknown_type': { retryable: true, messageKey: 'errors.event.unknownType' },
  'event.store_foreign': { retryable: false, messageKey: 'errors.event.storeForeign' },
  'event.conflict': { retryable: false, messageKey: 'errors.event.conflict' },
  'event.order_known': { retryable: false, messageKey: 'errors.event.orderKnown' },
  'event.unprocessable': { retryable: false, messageKey: 'errors.event.unprocessable' },
  'event.not_found': { retryable: false, messageKey: 'errors.event.notFound' },
  'feed.cursor_ahead': { retryable: false, messageKey: 'errors.feed.cursorAhead' },
  'webhook.not_found': { retryable: false, messageKey: 'errors.webhook.notFound' },
  'webhook.url_refused': { retryable: false, messageKey: 'errors.webhook.urlRefused' },
  'webhook.too_many': { retryable: false, messageKey: 'errors.webhook.tooMany' },
  'webhook.no_master_key': { retryable: true, messageKey: 'errors.webhook.noMasterKey' },
  'webhook.delivery_not_found': {
    retryable: false,
    messageKey: 'errors.webhook.deliveryNotFound',
  },
  'shades.readings_implausible': {
    retryable: true,
    messageKey: 'errors.shades.readingsImplausible',
  },
  'shades.readings_disagree': { retryable: true, messageKey: 'errors.shades.readingsDisagree' },
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
