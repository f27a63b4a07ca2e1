import type { EventName, EventPayload } from '#shared/contract/ipc/contract.ts';

/** Where the core tells the renderer what happened; delivery is best effort and never throws. */
export interface EventSink {
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
}
