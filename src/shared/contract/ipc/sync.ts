import { type Static, Type } from 'typebox';
import { EnrolCode } from '../api/device.ts';
import { command, event, query } from '../define.ts';
import { commandFields, Nothing } from './common.ts';

const closed = { additionalProperties: false };
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** How the line to head office is. Times are Unix milliseconds. */
export const SyncStatus = Type.Object(
  {
    /**
     * `notEnrolled`: sells by itself. `connecting`: not heard of yet since the start. `online`: answered
     * last time. `offline`: cannot be reached. `refused`: answers, and does not let this device in.
     */
    state: Type.Enum(['notEnrolled', 'connecting', 'online', 'offline', 'refused']),
    /** `null` when the device was never enrolled. */
    central: orNull(
      Type.Object(
        { url: Type.String(), deviceId: Type.String(), name: Type.String(), store: Type.String() },
        closed,
      ),
    ),
    /** Whether the operating system keeps the device's key, or a file beside the store. */
    keyProtection: Type.Enum(['os', 'none']),
    lastContactAt: orNull(Type.Integer()),
    /** The last failure since the last contact. */
    problem: orNull(Type.Object({ code: Type.String(), message: Type.String() }, closed)),
    /** Events that wait to be sent. */
    waiting: Type.Integer(),
    /** Events that head office refused. */
    setAside: Type.Integer(),
    /** How far this device's clock is ahead of head office's; `null` when it was never compared. */
    clockSkewMs: orNull(Type.Integer()),
    catalogVersion: Type.Integer(),
  },
  closed,
);
export type SyncStatus = Static<typeof SyncStatus>;

/** An event that head office refused, and why. */
export const SetAsideEvent = Type.Object(
  {
    deviceSeq: Type.Integer(),
    id: Type.String(),
    type: Type.String(),
    orderId: orNull(Type.String()),
    /** As it stands on the receipt; `null` when the event is not about a sale of this device. */
    orderNumber: orNull(Type.String()),
    code: Type.String(),
    message: Type.String(),
    at: Type.Integer(),
    /** It is being sent once more. */
    retrying: Type.Boolean(),
  },
  closed,
);
export type SetAsideEvent = Static<typeof SetAsideEvent>;

/** The address of head office: a URL of its own, nothing behind the host but a path. */
export const CentralUrl = Type.String({
  pattern: '^https?://[^\\s/?#@]+(?:/[^\\s?#]*)?$',
  maxLength: 300,
  description: 'an address such as https://central.example',
});

/** The line to head office. Rules: docs/specs/sync.md. */
export const syncContract = {
  'sync.status': query(Nothing, SyncStatus),
  /** Enrols this device, anew when it was enrolled before. */
  'sync.enrol': command(
    Type.Object(
      {
        ...commandFields,
        url: CentralUrl,
        code: EnrolCode,
        /** Lets a device go to another head office; no screen offers it. */
        move: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    SyncStatus,
    [
      'enrolment.code_invalid',
      'device.revoked',
      'central.unavailable',
      'central.refused',
      'request.too_many',
      'device.enrolled_elsewhere',
    ],
  ),
  /** Sends and fetches at once instead of at the next turn; answers when that is done. */
  'sync.now': command(Type.Object({ ...commandFields }, closed), SyncStatus),
  /** The events that were refused, oldest first, 100 when no limit is given; the status counts them all. */
  'sync.setAside': query(
    Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }, closed),
    Type.Object({ events: Type.Array(SetAsideEvent) }, closed),
  ),
  /** Sends refused events once more: one, or all of them. */
  'sync.retry': command(
    Type.Object({ ...commandFields, deviceSeq: orNull(Type.Integer()) }, closed),
    SyncStatus,
  ),
  /** Sends every event from this number on once more: for a head office that was put back to an earlier time. */
  'sync.resend': command(
    Type.Object({ ...commandFields, fromSeq: Type.Integer({ minimum: 1 }) }, closed),
    SyncStatus,
  ),
} as const;

/** What the line tells without being asked. */
export const syncEvents = { 'sync.changed': event(SyncStatus) } as const;
