import { Check } from 'typebox/value';
import { version } from 'uuid';
import { expect, test } from 'vitest';
import {
  isPublished,
  type StoredFeedEvent,
  storedTypesOf,
  toCloudEvents,
} from '#central/core/feed/to-cloud-events.ts';
import { eventTypes } from '#central/core/ingest/event-types.ts';
import { CloudEvent, CloudEventType, cloudEventNames } from '#shared/contract/api/cloud-events.ts';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';

const order: OrderCompletedV1 = {
  orderId: '0192f1a0-0000-7000-8000-000000000001',
  number: 'D1-000001',
  device: 'D1',
  store: 'berlin',
  soldAt: Date.UTC(2026, 10, 25, 9, 30),
  pricedAt: Date.UTC(2026, 10, 25, 9, 29, 59, 7),
  catalogVersion: 12,
  catalogHash: 'a'.repeat(64),
  currency: 'EUR',
  lines: [
    {
      sku: 'FND-CUSTOM',
      design: { template: 'foundation', selections: { base: 'silk' } },
      price: {
        lineId: 'line-9',
        sku: 'FND-CUSTOM',
        name: { en: 'Foundation, made for you' },
        quantity: 1,
        unitPriceMinor: 4_900,
        subtotalMinor: 4_900,
        discountMinor: 0,
        taxes: [
          { rate: 'de-19', label: { en: 'VAT' }, rateBps: 1_900, netMinor: 4_118, taxMinor: 782 },
        ],
        taxMinor: 782,
        totalMinor: 4_900,
        trace: [{ step: 'base', ref: 'FND-CUSTOM', label: { en: 'Base' }, amountMinor: 4_900 }],
      },
    },
  ],
  promotions: [],
  taxes: [{ rate: 'de-19', label: { en: 'VAT' }, rateBps: 1_900, netMinor: 4_118, taxMinor: 782 }],
  subtotalMinor: 4_900,
  discountMinor: 0,
  taxMinor: 782,
  cashRoundingMinor: 0,
  totalMinor: 4_900,
  payments: [
    { id: '0192f1a0-0000-7000-8000-00000000000a', kind: 'cash', amountMinor: 900 },
    {
      id: '0192f1a0-0000-7000-8000-00000000000b',
      kind: 'card',
      amountMinor: 4_000,
      scheme: 'VISA',
    },
  ],
  movements: [{ sku: 'BASE-SILK', quantity: -30 }],
};

function stored(wanted: Partial<StoredFeedEvent> = {}): StoredFeedEvent {
  return {
    id: '0192f1a0-1111-7000-8000-000000000001',
    store: 'berlin',
    device: '0192f1a0-2222-7000-8000-000000000001',
    type: 'order.completed',
    schemaVersion: 1,
    payload: order,
    receivedAt: new Date(Date.UTC(2026, 10, 25, 9, 31)),
    ...wanted,
  };
}

const attributes = {
  specversion: '1.0',
  source: '/stores/berlin/devices/0192f1a0-2222-7000-8000-000000000001',
  subject: order.orderId,
  time: '2026-11-25T09:30:00.000Z',
  datacontenttype: 'application/json',
  store: 'berlin',
};

test('EVO-2 EVO-10 a sale is told whole, normalized, without what only the device understands', () => {
  const [event] = toCloudEvents(stored());
  const line = order.lines[0]?.price;
  expect(event).toEqual({
    ...attributes,
    id: '0192f1a0-1111-7000-8000-000000000001',
    type: 'com.blendbar.order.completed.v1',
    dataschema: 'urn:blendbar:event:order.completed:1',
    data: {
      orderId: order.orderId,
      number: 'D1-000001',
      store: 'berlin',
      soldAt: '2026-11-25T09:30:00.000Z',
      pricedAt: '2026-11-25T09:29:59.007Z',
      currency: 'EUR',
      lines: [
        {
          line: 1,
          sku: 'FND-CUSTOM',
          name: { en: 'Foundation, made for you' },
          quantity: 1,
          unitPriceMinor: 4_900,
          subtotalMinor: 4_900,
          discountMinor: 0,
          taxMinor: 782,
          totalMinor: 4_900,
          taxes: line?.taxes,
          design: { template: 'foundation', selections: { base: 'silk' } },
        },
      ],
      promotions: [],
      taxes: order.taxes,
      subtotalMinor: 4_900,
      discountMinor: 0,
      taxMinor: 782,
      cashRoundingMinor: 0,
      totalMinor: 4_900,
      payments: [
        { paymentId: '0192f1a0-0000-7000-8000-00000000000a', kind: 'cash', amountMinor: 900 },
        {
          paymentId: '0192f1a0-0000-7000-8000-00000000000b',
          kind: 'card',
          amountMinor: 4_000,
          scheme: 'VISA',
        },
      ],
    },
  });
});

test('EVO-11 EVO-12 each payment and what left the stock are events of their own', () => {
  const [, cash, card, moved, ...others] = toCloudEvents(stored());
  expect(others).toEqual([]);
  expect(cash).toMatchObject({
    ...attributes,
    type: 'com.blendbar.payment.captured.v1',
    dataschema: 'urn:blendbar:event:payment.captured:1',
    data: {
      paymentId: '0192f1a0-0000-7000-8000-00000000000a',
      orderId: order.orderId,
      store: 'berlin',
      kind: 'cash',
      amountMinor: 900,
      currency: 'EUR',
      capturedAt: '2026-11-25T09:30:00.000Z',
    },
  });
  expect(card?.data).toMatchObject({ kind: 'card', scheme: 'VISA', amountMinor: 4_000 });
  expect(moved).toMatchObject({
    ...attributes,
    type: 'com.blendbar.stock.moved.v1',
    data: {
      store: 'berlin',
      reason: 'sale',
      orderId: order.orderId,
      movedAt: '2026-11-25T09:30:00.000Z',
      movements: [{ sku: 'BASE-SILK', quantity: -30 }],
    },
  });
  const { movements: _, ...without } = order;
  expect(toCloudEvents(stored({ payload: without })).map(({ type }) => type)).not.toContain(
    'com.blendbar.stock.moved.v1',
  );
});

test('EVO-3 reading again gives the same ids; they are those of RFC 9562 version 5', () => {
  const first = toCloudEvents(stored());
  const again = toCloudEvents(stored());
  expect(again).toEqual(first);
  // Written down: an id that changes is a second event for everybody who has the first.
  expect(first.map(({ id }) => id)).toEqual([
    '0192f1a0-1111-7000-8000-000000000001',
    'd684b89f-0a20-58f9-835c-dc9f1c21ab54',
    '9e6aad78-c1a9-57be-a264-5b2fc5512858',
    '1fa1eb0b-ce76-564f-b4fa-d3a3ff514f34',
  ]);
  for (const { id } of first.slice(1)) expect(version(id)).toBe(5);
  const other = toCloudEvents(stored({ id: '0192f1a0-1111-7000-8000-000000000002' }));
  expect(new Set([...first, ...other].map(({ id }) => id)).size).toBe(8);
});

test('EVO-1 every event is a CloudEvent 1.0 with names as the specification wants them', () => {
  for (const event of toCloudEvents(stored())) {
    expect(Check(CloudEvent, event)).toBe(true);
    for (const name of Object.keys(event)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    expect(event.dataschema).toMatch(/^urn:[a-z0-9][a-z0-9-]+:.+/);
    expect(Number.isNaN(Date.parse(event.time))).toBe(false);
  }
});

test('EVO-4 EVO-15 EVO-16 a person is told by an id alone; what the backend did comes from /central', () => {
  const personId = '0192f1a0-3333-7000-8000-000000000001';
  const recorded = { personId, orderId: order.orderId, store: 'berlin', sealed: 'c2VhbGVk' };
  const [left] = toCloudEvents(stored({ type: 'person.recorded', payload: recorded }));
  expect(left).toMatchObject({
    type: 'com.blendbar.person.recorded.v1',
    subject: personId,
    time: '2026-11-25T09:31:00.000Z',
  });
  expect(left?.data).toEqual({ personId, orderId: order.orderId, store: 'berlin' });
  const erased = { personId, store: 'berlin' };
  const [gone] = toCloudEvents(stored({ type: 'person.erased', payload: erased, device: null }));
  expect(gone).toMatchObject({
    type: 'com.blendbar.person.erased.v1',
    source: '/central',
    data: erased,
  });
});

test('EVO-14 what moved otherwise than by a sale is told with why, and comes from /central', () => {
  const moved = {
    movementId: '0192f1a0-4444-7000-8000-000000000001',
    store: 'berlin',
    kind: 'receipt',
    movedAt: Date.UTC(2026, 10, 25, 8),
    movements: [{ sku: 'BASE-SILK', quantity: 5_000 }],
  };
  const [event, ...others] = toCloudEvents(
    stored({ type: 'stock.moved', payload: moved, device: null }),
  );
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    source: '/central',
    type: 'com.blendbar.stock.moved.v1',
    subject: moved.movementId,
    time: '2026-11-25T08:00:00.000Z',
  });
  expect(event?.data).toEqual({
    store: 'berlin',
    reason: 'receipt',
    movedAt: '2026-11-25T08:00:00.000Z',
    movements: [{ sku: 'BASE-SILK', quantity: 5_000 }],
  });
  const reserved = { ...moved, kind: 'reservation', orderId: order.orderId };
  const [sold] = toCloudEvents(stored({ type: 'stock.moved', payload: reserved, device: null }));
  expect(sold?.data).toMatchObject({ reason: 'reservation', orderId: order.orderId });
});

test('EVO-17 answers to a survey are told by survey, version and visit', () => {
  const answered = {
    store: 'berlin',
    surveyId: 'after-purchase',
    version: 3,
    orderId: order.orderId,
    journeyId: '0192f1a0-5555-7000-8000-000000000001',
    answers: { nps: 9, reasons: ['shade', 'advice'], again: true },
    answeredAt: Date.UTC(2026, 10, 25, 9, 32),
  };
  const [event] = toCloudEvents(stored({ type: 'survey.answered', payload: answered }));
  expect(event).toMatchObject({
    type: 'com.blendbar.survey.answered.v1',
    subject: answered.journeyId,
    time: '2026-11-25T09:32:00.000Z',
    data: { ...answered, answeredAt: '2026-11-25T09:32:00.000Z' },
  });
  expect(Check(CloudEvent, event)).toBe(true);
});

test('EVO-17 SUR-31 no contact is passed on, also of a device that did not leave it out', () => {
  const payload = {
    store: 'berlin',
    surveyId: 'after-purchase',
    version: 3,
    journeyId: '0192f1a0-5555-7000-8000-000000000001',
    answers: { nps: 9, words: { text: 'Call 030 1234567' }, more: { text: ' ' } },
    answeredAt: 0,
  };
  const [event] = toCloudEvents(stored({ type: 'survey.answered', payload }));
  expect(event?.data).toMatchObject({ answers: { nps: 9, words: { text: 'Call …' } } });
  expect(event?.data).not.toHaveProperty('answers.more');
});

test('EVO-5 every type that devices may push is published, but the codes of designs', () => {
  expect(isPublished('design.saved', 1)).toBe(false);
  for (const type of eventTypes.filter((pushed) => pushed !== 'design.saved')) {
    expect([type, isPublished(type, 1)]).toEqual([type, true]);
    expect(storedTypesOf([])).toContain(type);
  }
});

test('EVO-5 a type that is not published gives nothing', () => {
  expect(toCloudEvents(stored({ type: 'order.imagined' }))).toEqual([]);
  expect(toCloudEvents(stored({ schemaVersion: 99 }))).toEqual([]);
  expect(isPublished('order.completed', 1)).toBe(true);
  expect(isPublished('order.completed', 99)).toBe(false);
});

test('EVO-22 a filter by type reads the stored types that it needs', () => {
  expect(storedTypesOf(['com.blendbar.payment.captured.v1'])).toEqual(['order.completed']);
  expect(storedTypesOf(['com.blendbar.nothing.v1'])).toEqual([]);
  expect(storedTypesOf([])).toEqual(storedTypesOf(CloudEventType.enum));
  expect(CloudEventType.enum).toHaveLength(cloudEventNames.length);
});
