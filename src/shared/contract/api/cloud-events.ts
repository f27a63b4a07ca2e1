import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { CurrencyCode, Id, Sku } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { AppliedPromotion, QuoteLine, TaxAmount } from '#shared/domain/pricing/quote.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { QuestionName, SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { IsoTime } from './orders.ts';

// What leaves the backend for other systems: CloudEvents 1.0 in their JSON format. Times are ISO 8601 in
// UTC, money is integer minor units of an ISO 4217 currency. Within a version fields may be added, never
// changed or removed; that is why these schemas, unlike those of requests, are open. docs/events.md

const Minor = Type.Integer();

const OrderLineData = Type.Object({
  /** Counts from 1 in the order of the receipt. */
  line: Type.Integer({ minimum: 1 }),
  sku: Sku,
  name: QuoteLine.properties.name,
  quantity: Type.Integer({ minimum: 1 }),
  unitPriceMinor: Minor,
  subtotalMinor: Minor,
  discountMinor: Type.Integer({ minimum: 0 }),
  taxMinor: Minor,
  totalMinor: Minor,
  taxes: Type.Array(TaxAmount),
  /** What was chosen of a made-to-order product, without texts that a shopper typed. */
  design: Type.Optional(Design),
});

const OrderPaymentData = Type.Object({
  paymentId: Uuid,
  kind: Type.Enum(['cash', 'card']),
  amountMinor: Type.Integer({ minimum: 0 }),
  /** Card scheme, e.g. `VISA`. */
  scheme: Type.Optional(Type.String()),
});

/** `com.blendbar.order.completed.v1`: a sale with its lines and payments. */
const OrderCompletedData = Type.Object({
  orderId: Uuid,
  number: Type.String(),
  store: Id,
  soldAt: IsoTime,
  pricedAt: IsoTime,
  currency: CurrencyCode,
  lines: Type.Array(OrderLineData),
  promotions: Type.Array(AppliedPromotion),
  taxes: Type.Array(TaxAmount),
  subtotalMinor: Minor,
  discountMinor: Type.Integer({ minimum: 0 }),
  taxMinor: Minor,
  cashRoundingMinor: Minor,
  totalMinor: Type.Integer({ minimum: 0 }),
  payments: Type.Array(OrderPaymentData),
});
export type OrderCompletedData = Static<typeof OrderCompletedData>;

/** `com.blendbar.payment.captured.v1`: one payment of a sale. */
const PaymentCapturedData = Type.Object({
  ...OrderPaymentData.properties,
  orderId: Uuid,
  store: Id,
  currency: CurrencyCode,
  capturedAt: IsoTime,
});

/** `com.blendbar.stock.moved.v1`: what came into a store's stock or left it, and why. */
const StockMovedData = Type.Object({
  store: Id,
  /** `reservation`: it was sold on another channel. */
  reason: Type.Enum(['sale', 'receipt', 'adjustment', 'reservation']),
  /** The sale that took it. */
  orderId: Type.Optional(Uuid),
  movedAt: IsoTime,
  /** In each item's stock unit; negative for what left. */
  movements: Type.Array(Type.Object({ sku: Sku, quantity: Type.Integer() })),
});

/** `com.blendbar.survey.answered.v1`: what a shopper answered; never a text that somebody typed. */
const SurveyAnsweredData = Type.Object({
  surveyId: Id,
  version: Type.Integer({ minimum: 1 }),
  store: Id,
  /** The sale after which it was asked. */
  orderId: Type.Optional(Uuid),
  /** A number that a kiosk makes up for one visit. */
  journeyId: Uuid,
  /** By name of the question. */
  answers: Type.Record(QuestionName, SurveyAnswer),
  answeredAt: IsoTime,
});

/** `com.blendbar.person.recorded.v1`: somebody left a contact with a sale; it is read by its id. */
const PersonRecordedData = Type.Object({ personId: Uuid, orderId: Uuid, store: Id });

/** `com.blendbar.person.erased.v1`: the contact was destroyed; whoever keeps a copy destroys it too. */
const PersonErasedData = Type.Object({ personId: Uuid, store: Id });

/** The data of every type of event, by its name without `com.blendbar.`. */
export const cloudEventData = {
  'order.completed.v1': OrderCompletedData,
  'payment.captured.v1': PaymentCapturedData,
  'stock.moved.v1': StockMovedData,
  'survey.answered.v1': SurveyAnsweredData,
  'person.recorded.v1': PersonRecordedData,
  'person.erased.v1': PersonErasedData,
} as const satisfies Record<string, TObject>;

/** e.g. `order.completed.v1`. */
export type CloudEventName = keyof typeof cloudEventData;
/** e.g. `com.blendbar.order.completed.v1`. */
export type CloudEventTypeName = `com.blendbar.${CloudEventName}`;

/** Every name that there is. */
export const cloudEventNames = Object.keys(cloudEventData) as readonly CloudEventName[];

/** The attribute `type` of an event. */
export function cloudEventType(name: CloudEventName): CloudEventTypeName {
  return `com.blendbar.${name}`;
}

/** The attribute `type`, as filters take it. */
export const CloudEventType = Type.Enum(cloudEventNames.map(cloudEventType), {
  description: 'a type of event, e.g. com.blendbar.order.completed.v1',
});

/** The attributes that every event of ours has. */
const attributes = {
  specversion: Type.Literal('1.0'),
  /** UUID; the same event has the same id wherever and however often it is read. */
  id: Uuid,
  /** `/stores/{store}/devices/{deviceId}`, or `/central` for what the backend did itself. */
  source: Type.String({ format: 'uri-reference' }),
  /** Id of the order, movement, journey or person that it is about. */
  subject: Uuid,
  /** When it happened, by the clock of whoever did it. */
  time: IsoTime,
  datacontenttype: Type.Literal('application/json'),
  /** Names the schema of `data`, e.g. `urn:blendbar:event:order.completed:1`. */
  dataschema: Type.String({ format: 'uri' }),
  /** Extension attribute: where it happened. */
  store: Id,
};

function ofType<N extends CloudEventName, P extends TProperties>(name: N, data: TObject<P>) {
  const type = Type.Literal(cloudEventType(name) as `com.blendbar.${N}`);
  return Type.Object({ ...attributes, type, data }, { title: `com.blendbar.${name}` });
}

/** An event as a CloudEvent 1.0. */
export const CloudEvent = Type.Union([
  ofType('order.completed.v1', OrderCompletedData),
  ofType('payment.captured.v1', PaymentCapturedData),
  ofType('stock.moved.v1', StockMovedData),
  ofType('survey.answered.v1', SurveyAnsweredData),
  ofType('person.recorded.v1', PersonRecordedData),
  ofType('person.erased.v1', PersonErasedData),
]);
export type CloudEvent = Static<typeof CloudEvent>;
