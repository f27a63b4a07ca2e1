import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { DomainEvent, StoreFault } from './sale-store.ts';

/** A person as the store has it. */
export interface StoredPerson {
  readonly id: string;
  readonly orderId: string;
  readonly store: string;
  readonly recordedAt: UnixMs;
  readonly sealed: string;
  /** `null` once it was destroyed: `sealed` can never be read again. */
  readonly wrappedKey: string | null;
  readonly erasedAt: UnixMs | null;
}

/** Who wanted a person erased: somebody at this device, or head office. */
export type ErasedBy = 'device' | 'central';

/** Sealed contacts on disk; they are written with the payment or the sale that they belong to. */
export interface PeopleStore {
  /** `null` when this device never recorded such a person. */
  person(id: string): StoredPerson | null;
  /**
   * Destroys a person's key durably and writes the journal entry; `event` goes to the outbox with it.
   * False when it was destroyed before or the person is not known; then nothing is written.
   */
  erase(
    id: string,
    erasure: { readonly by: ErasedBy; readonly at: UnixMs; readonly event: DomainEvent | null },
  ): Result<boolean, StoreFault>;
  /**
   * Removes what the write-ahead log still holds of destroyed keys. False when another connection was
   * in the way: call again later.
   */
  scrub(): Result<boolean, StoreFault>;
  /** Persons whose key head office does not have yet, oldest first; none whose sale is not stored. */
  unsentKeys(limit: number): readonly { readonly id: string; readonly wrappedKey: string }[];
  markKeySent(id: string, at: UnixMs): Result<null, StoreFault>;
  /** How far head office's list of erasures was read; `null` before the first time. */
  erasuresCursor(): string | null;
  setErasuresCursor(cursor: string): Result<null, StoreFault>;
}
