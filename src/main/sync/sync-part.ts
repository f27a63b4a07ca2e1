import type { CentralClient } from './central-client.ts';

/** Something that is fetched or exchanged from time to time, besides the push of the outbox. */
export interface SyncPart {
  readonly name: string;
  readonly everyMs: number;
  /**
   * What takes long waits for `between` now and then, so that what is sold is told meanwhile.
   * @throws CallFailed when head office cannot be reached or refuses.
   */
  run(client: CentralClient, between: () => Promise<void>): Promise<void>;
  /** Somebody waits for it: it is due before its time. */
  isUrgent?(): boolean;
  /** Why it cannot do its work although the line is fine; `null` when it can. */
  problem?(): { readonly code: string; readonly message: string } | null;
  /** Ends what is under way. */
  stop?(): void;
}
