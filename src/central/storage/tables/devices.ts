import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<unknown, string, string>;

interface DeviceRow {
  readonly id: string;
  readonly code: string;
  readonly store: string;
  readonly name: string;
  readonly public_key: Buffer;
  readonly enrolled_at: Date;
  readonly revoked_at: Date | null;
  readonly last_seen_at: Date | null;
  readonly app_version: string | null;
  readonly clock_skew_ms: number | null;
  readonly stored_through_seq: number | null;
  readonly number_doubled_at: Date | null;
}

interface DeviceClockRow {
  readonly device: string;
  readonly since: Date;
  readonly skew_ms: number;
}

interface EnrolCodeRow {
  readonly code_hash: Buffer;
  readonly store: string;
  readonly name: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly used_by: string | null;
}

interface DeviceNonceRow {
  readonly device: string;
  readonly nonce: string;
  readonly seen_at: Date;
}

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: Buffer;
  readonly scopes: string[];
  readonly created_at: Date;
  readonly revoked_at: Date | null;
}

interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly details: Json;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface DeviceTables {
  readonly devices: DeviceRow;
  readonly device_clocks: DeviceClockRow;
  readonly device_stores: { readonly device: string; readonly store: string };
  readonly enrol_codes: EnrolCodeRow;
  readonly device_nonces: DeviceNonceRow;
  readonly api_keys: ApiKeyRow;
  readonly audit_log: AuditRow;
  readonly feed_epochs: {
    readonly epoch: number;
    readonly cluster: string;
    readonly began_at: Date;
  };
  readonly feed_consumer_failures: {
    readonly consumer: string;
    readonly store: string;
    readonly event: string;
    readonly message: string;
    readonly at: Date;
  };
  readonly feed_consumers: {
    readonly name: string;
    readonly epoch: Generated<number>;
    readonly xid: Generated<string>;
    readonly seq: Generated<number>;
  };
}
