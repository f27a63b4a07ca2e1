import type { SetAsideEvent } from '#shared/contract/ipc/sync.ts';
import type { UnixMs } from '#shared/lib/time.ts';

/** An event of the outbox as it is sent; `payload` is its stored JSON. */
export interface OutboxEvent {
  readonly deviceSeq: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: string;
  readonly hash: string;
}

/** What head office made of an event. */
export type OutboxAnswer =
  | {
      readonly deviceSeq: number;
      readonly kind: 'stored';
      /** It was there already, from another device: what this one was before it was enrolled anew. */
      readonly byAnother?: boolean;
    }
  | {
      readonly deviceSeq: number;
      readonly kind: 'rejected';
      readonly code: string;
      readonly message: string;
    };

/** What waits to be told to head office. Events are immutable and stay; what is kept is who was told. */
export interface Outbox {
  /**
   * The next events to send, in their order: those that somebody wants sent once more, then those that were
   * never answered. At most `limit`, and after the first no more than fit into `limitBytes` of payload.
   */
  waiting(limit: number, limitBytes: number): readonly OutboxEvent[];
  /** How many events were never answered, were refused, and are, of those, to be sent once more. */
  counts(): { readonly waiting: number; readonly setAside: number; readonly retrying: number };
  /**
   * Writes the answers down, all of them or none. Those of events that wait again since they were sent
   * (`resendFrom`) are left out: the events are sent again.
   */
  settle(answers: readonly OutboxAnswer[], at: UnixMs): void;
  /** The refused ones, oldest first, at most `limit`. */
  setAside(limit: number): readonly SetAsideEvent[];
  /** Has refused events sent once more: one, or all of them (`null`). */
  retry(deviceSeq: number | null): void;
  /** The highest number of which head office said that it has the event; 0 when of none. */
  storedThrough(): number;
  /**
   * Has every event from this one on sent again, whatever was answered, and every key of a person handed over
   * again: for a head office that was put back to an earlier time.
   */
  resendFrom(deviceSeq: number): void;
}
