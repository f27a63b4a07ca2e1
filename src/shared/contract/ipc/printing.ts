import { type Static, Type } from 'typebox';
import { Uuid } from '#shared/domain/sale/order.ts';
import { command, event, query } from '../define.ts';
import { commandFields } from './common.ts';
import { DeviceId, PrintConfirmation } from './devices.ts';

const closed = { additionalProperties: false };

/**
 * `queued` waits; `sending` is being sent or waits for the printer's word; `printed` was confirmed
 * (see `confirmedBy`); `unknown` may be on paper or not; `failed` can never be printed as it is;
 * `expired` waited too long to come out by itself.
 */
export const PrintState = Type.Enum([
  'queued',
  'sending',
  'printed',
  'unknown',
  'failed',
  'expired',
]);
export type PrintState = Static<typeof PrintState>;

/** A row of the print ledger. Times are Unix milliseconds. */
export const PrintJobView = Type.Object(
  {
    id: Type.Integer(),
    /** `copy`: says so on paper. `card`: a formula card. `slip`: of a bag that is handed off. */
    kind: Type.Enum(['receipt', 'copy', 'test', 'card', 'slip']),
    /** Only of receipts and copies. */
    orderId: Type.Optional(Uuid),
    orderNumber: Type.Optional(Type.String()),
    state: PrintState,
    /** How often its first byte was sent. */
    attempts: Type.Integer({ minimum: 0 }),
    queuedAt: Type.Integer(),
    changedAt: Type.Integer(),
    /** Only of a printed one. */
    confirmedBy: Type.Optional(PrintConfirmation),
    /** Why it is unknown, failed or expired: English, for IT. */
    reason: Type.Optional(Type.String()),
  },
  closed,
);
export type PrintJobView = Static<typeof PrintJobView>;

/** The print ledger, and printing by hand. */
export const printingContract = {
  /** The newest first. */
  'printing.jobs': query(
    Type.Object(
      {
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
        /** Only jobs that somebody may have to see to: queued, sending, unknown, failed, expired. */
        open: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    Type.Object({ jobs: Type.Array(PrintJobView) }, closed),
  ),
  /**
   * Prints a job by hand: one that never reached paper (`failed`, `expired`) once more as it is; one
   * that is, or may be, on paper (`printed`, `unknown`) as a new job that says COPY.
   */
  'printing.reprint': command(
    Type.Object({ ...commandFields, jobId: Type.Integer() }, closed),
    PrintJobView,
    ['printing.job_not_found', 'printing.job_waiting'],
  ),
  /** The associate saw that an unknown job is on paper: nothing more to do about it. */
  'printing.acknowledge': command(
    Type.Object({ ...commandFields, jobId: Type.Integer() }, closed),
    PrintJobView,
    ['printing.job_not_found'],
  ),
  /** Prints an order's receipt: the first time as it is, a further one as a copy. */
  'printing.printOrder': command(
    Type.Object({ ...commandFields, orderId: Uuid, copy: Type.Boolean() }, closed),
    PrintJobView,
    ['order.not_found', 'printing.job_waiting', 'printing.copy_needed'],
  ),
  'printing.testPrint': command(
    Type.Object({ ...commandFields, device: DeviceId }, closed),
    PrintJobView,
    ['device.cannot_print'],
  ),
} as const;

/** What becomes of print jobs. */
export const printingEvents = {
  'printing.changed': event(PrintJobView),
} as const;
