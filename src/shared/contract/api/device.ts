import { type Static, Type } from 'typebox';
import { Id, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';

const closed = { additionalProperties: false };

/** SHA-256 in lower-case hex. */
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** How many events one push may carry. */
export const eventsPerPush = 500;
/**
 * A push as it is sent, and what it may become when it is decompressed: 2 MiB of payload (SYN-5) in the widest
 * letters, and what is around them.
 */
export const pushLimitBytes = { sent: 4 * 1024 * 1024, plain: 8 * 1024 * 1024 } as const;
/** The payload of one event, as characters of its canonical JSON: a sale of 200 lines has less than half. */
export const eventPayloadLimit = 1024 * 1024;
/** How far a signed request may be from the server's clock, either way. */
export const signatureWindowMs = 5 * 60_000;

/** Crockford's base 32 without I, L, O, U; hyphens are for the eye. */
export const EnrolCode = Type.String({
  pattern: '^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{5}-?[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{5}$',
  description: 'ten letters and digits, e.g. 7K4QX-2M9TB',
});

/**
 * A device asks to be let in; signed with the key that it names. A key that is enrolled already stays the
 * same device, in another store perhaps.
 */
export const EnrolmentRequest = Type.Object(
  {
    code: EnrolCode,
    /** Ed25519 public key, 32 bytes as base64url. */
    publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    /** Begins its receipt numbers. */
    deviceCode: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$', maxLength: 20 }),
    appVersion: Type.String({ maxLength: 40 }),
  },
  closed,
);
export type EnrolmentRequest = Static<typeof EnrolmentRequest>;

/** Counts a device's events from 1, without gaps. */
const DeviceSeq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/**
 * The highest number of this device's events that head office has, and in the answer to a push, that it had
 * before; absent when it had none. Lower than what it once answered as stored or duplicate: it was put back from
 * a backup, and what is above has to be sent again. What it rejected does not count. ING-11
 */
const StoredThroughSeq = Type.Optional(DeviceSeq);

/** What an enrolled device is. */
export const Enrolment = Type.Object(
  {
    deviceId: Uuid,
    name: Type.String(),
    store: Id,
    /** The server's clock. */
    serverTimeMs: TimeMs,
    /** Not in the answer to an enrolment. */
    storedThroughSeq: StoredThroughSeq,
  },
  closed,
);
export type Enrolment = Static<typeof Enrolment>;

/** An event of a device's outbox; immutable. */
export const PushedEvent = Type.Object(
  {
    id: Uuid,
    deviceSeq: DeviceSeq,
    type: Type.String({ pattern: '^[a-z]+(?:[._][a-z]+)+$', maxLength: 64 }),
    schemaVersion: Type.Integer({ minimum: 1, maximum: 1000 }),
    /** Of the type's own schema; it names the `store` that the event belongs to. */
    payload: Type.Object({}, { additionalProperties: true }),
    /** SHA-256 of the canonical JSON of `[id, deviceSeq, type, schemaVersion, canonical JSON of payload]`. */
    hash: Sha256,
  },
  closed,
);
export type PushedEvent = Static<typeof PushedEvent>;

/** Up to 500 events, in the order of their numbers. */
export const EventPush = Type.Object(
  {
    /**
     * Each of the form of a pushed event; one that is not is answered as rejected, so that it does not
     * hold up the others.
     */
    events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: eventsPerPush }),
    /** The device's own clock, uncorrected: head office sees how far it is off. */
    sentAtMs: TimeMs,
  },
  closed,
);
export type EventPush = Static<typeof EventPush>;

/** What became of one event. */
export const EventAnswer = Type.Object(
  {
    /** `null` when the event has no readable id. */
    id: Type.Union([Uuid, Type.Null()]),
    /** `duplicate`: it was stored before, with the same content. Both mean that it is stored for ever. */
    status: Type.Enum(['stored', 'duplicate', 'rejected']),
    /** Of a `duplicate`: it was stored from another device, as a kiosk was before it was enrolled anew. */
    byAnother: Type.Optional(Type.Boolean()),
    /** Why it was rejected; sending it again would change nothing. */
    code: Type.Optional(Type.String()),
    message: Type.Optional(Type.String()),
  },
  closed,
);
export type EventAnswer = Static<typeof EventAnswer>;

/** One answer for each event of the push, in its order. */
export const EventPushAnswer = Type.Object(
  {
    answers: Type.Array(EventAnswer),
    serverTimeMs: TimeMs,
    storedThroughSeq: StoredThroughSeq,
  },
  closed,
);
export type EventPushAnswer = Static<typeof EventPushAnswer>;
