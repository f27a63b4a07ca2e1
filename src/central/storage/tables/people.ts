import type { Generated, GeneratedAlways } from 'kysely';

interface PersonRow {
  readonly id: string;
  readonly store: string;
  readonly order_id: string;
  readonly event: string;
  readonly recorded_at: Date;
}

interface PersonKeyRow {
  readonly person: string;
  readonly store: string;
  readonly master_key: string;
  readonly wrapped: Buffer;
  readonly received_at: Date;
}

interface PersonErasureRow {
  readonly person: string;
  readonly erased_at: Date;
  readonly epoch: Generated<number>;
  readonly xid: Generated<string>;
  readonly seq: GeneratedAlways<number>;
}

export interface PeopleTables {
  readonly people: PersonRow;
  readonly person_keys: PersonKeyRow;
  readonly person_erasures: PersonErasureRow;
}
