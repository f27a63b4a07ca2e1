import type { OutboxEvent } from '#main/core/ports/outbox.ts';

/** The JSON of an `EventPush`: what is stored as JSON goes into it as it is. */
export function pushBody(events: readonly OutboxEvent[], sentAtMs: number): string {
  const texts = events.map(({ payload, ...event }) => {
    const rest = JSON.stringify(event);
    return `${rest.slice(0, -1)},"payload":${payload}}`;
  });
  return `{"sentAtMs":${sentAtMs},"events":[${texts.join(',')}]}`;
}
