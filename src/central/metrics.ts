import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { eventTypes } from './core/ingest/event-types.ts';

const refusals = [
  'device.signature_invalid',
  'device.revoked',
  'device.replayed',
  'device.clock_skew',
] as const satisfies readonly ErrorCode[];
const attemptOutcomes = ['delivered', 'failed', 'dead', 'gone', 'expired'];

/** What a process counts; names follow Prometheus' conventions. docs/operations.md lists them. */
export interface Metrics {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly events: Counter<'type' | 'status'>;
  /** Events under a number that another event of their device has. */
  readonly doubledNumbers: Counter;
  readonly refusedDevices: Counter<'code'>;
  readonly repricings: Counter<'outcome'>;
  /** Events that a feed consumer has still to read. */
  readonly consumerLag: Gauge<'consumer'>;
  readonly consumerFailures: Counter<'consumer'>;
  readonly consumerSetAside: Counter<'consumer'>;
  readonly webhookAttempts: Counter<'outcome'>;
  readonly webhookLag: Gauge<'webhook'>;
  readonly webhookDead: Gauge<'webhook'>;
  readonly natsMessages: Counter<'outcome'>;
}

/** With every counter whose labels are known at 0: an alert on a growth does not see a first value. */
export function createMetrics(): Metrics {
  const metrics = makeMetrics();
  for (const type of [...eventTypes, 'unknown']) {
    for (const status of ['stored', 'duplicate', 'rejected'])
      metrics.events.inc({ type, status }, 0);
  }
  for (const code of refusals) metrics.refusedDevices.inc({ code }, 0);
  for (const outcome of ['same', 'diverges', 'unpriceable']) metrics.repricings.inc({ outcome }, 0);
  for (const outcome of attemptOutcomes) metrics.webhookAttempts.inc({ outcome }, 0);
  for (const outcome of ['stored', 'oversized']) metrics.natsMessages.inc({ outcome }, 0);
  return metrics;
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'blendbar_http_request_duration_seconds',
      help: 'How long requests take, by route.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    events: new Counter({
      name: 'blendbar_events_total',
      help: 'Events that devices pushed, by type and what became of them.',
      labelNames: ['type', 'status'],
      registers,
    }),
    doubledNumbers: new Counter({
      name: 'blendbar_device_numbers_doubled_total',
      help: 'Events that came under a number which another event of their device has: its store was copied.',
      registers,
    }),
    refusedDevices: new Counter({
      name: 'blendbar_device_requests_refused_total',
      help: 'Signed requests that were refused, by reason.',
      labelNames: ['code'],
      registers,
    }),
    repricings: new Counter({
      name: 'blendbar_repricings_total',
      help: 'Sales that were priced again, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    consumerLag: new Gauge({
      name: 'blendbar_feed_consumer_lag_seconds',
      help: 'Age of the oldest event that a consumer of the feed has not read yet.',
      labelNames: ['consumer'],
      registers,
    }),
    consumerFailures: new Counter({
      name: 'blendbar_feed_consumer_failures_total',
      help: 'Batches that a consumer of the feed could not work through; each is tried again.',
      labelNames: ['consumer'],
      registers,
    }),
    consumerSetAside: new Counter({
      name: 'blendbar_feed_consumer_set_aside_total',
      help: 'Events that a consumer of the feed could make nothing of and went past.',
      labelNames: ['consumer'],
      registers,
    }),
    webhookAttempts: new Counter({
      name: 'blendbar_webhook_attempts_total',
      help: 'Attempts to deliver an event to a webhook, by outcome, and deliveries that expired.',
      labelNames: ['outcome'],
      registers,
    }),
    webhookLag: new Gauge({
      name: 'blendbar_webhook_lag_seconds',
      help: 'How long the oldest delivery that waits for a webhook has been ready.',
      labelNames: ['webhook'],
      registers,
    }),
    webhookDead: new Gauge({
      name: 'blendbar_webhook_dead_deliveries',
      help: 'Deliveries that were given up.',
      labelNames: ['webhook'],
      registers,
    }),
    natsMessages: new Counter({
      name: 'blendbar_nats_messages_total',
      help: 'Events for the NATS stream, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
