import type { ColumnType, Generated } from 'kysely';

interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly types: string[];
  readonly stores: string[];
  readonly created_at: ColumnType<Date, Date, never>;
  readonly disabled_at: Date | null;
  readonly disabled_reason: 'asked' | 'gone' | null;
  readonly failures: Generated<number>;
  readonly quiet_until: ColumnType<Date | null, undefined, Date | null>;
}

interface WebhookSecretRow {
  readonly id: string;
  readonly webhook: string;
  readonly master_key: string;
  readonly wrapped: Buffer;
  readonly created_at: ColumnType<Date, Date, never>;
  readonly expires_at: Date | null;
}

interface WebhookDeliveryRow {
  readonly webhook: string;
  readonly event: string;
  readonly type: string;
  readonly store: string;
  readonly stored_event: string;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly created_at: ColumnType<Date, Date, never>;
  readonly ready_at: Date;
  readonly attempts: number;
  readonly next_attempt_at: Date | null;
  readonly ended_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
}

interface WebhookReplayRow {
  readonly webhook: string;
  readonly epoch: number;
  readonly xid: string;
  readonly seq: number;
  readonly until_epoch: number;
  readonly until_xid: string;
  readonly until_seq: number;
  readonly requested_at: Date;
}

export interface WebhookTables {
  readonly webhooks: WebhookRow;
  readonly webhook_secrets: WebhookSecretRow;
  readonly webhook_deliveries: WebhookDeliveryRow;
  readonly webhook_replays: WebhookReplayRow;
}
