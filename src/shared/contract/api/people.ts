import { type Static, Type } from 'typebox';
import { Id, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Contact } from '#shared/domain/person/contact.ts';
import { PersonKey, SealedContact } from '#shared/domain/person/sealed-contact.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { Cursor, IsoTime } from './orders.ts';

const closed = { additionalProperties: false };

/**
 * Payload of the event `person.recorded`, schema version 1: a customer left a contact with a sale.
 * Ciphertext only; the key comes to head office by a call of its own.
 */
export const PersonRecordedV1 = Type.Object(
  { personId: Uuid, orderId: Uuid, store: Id, sealed: SealedContact },
  closed,
);
export type PersonRecordedV1 = Static<typeof PersonRecordedV1>;

/** Payload of the event `person.erased`, schema version 1: the key was destroyed where the event was made. */
export const PersonErasedV1 = Type.Object({ personId: Uuid, store: Id }, closed);
export type PersonErasedV1 = Static<typeof PersonErasedV1>;

/** What a device hands over so that head office can read a contact. */
export const PersonKeyBody = Type.Object({ key: PersonKey }, closed);

/** Head office has the key. */
export const PersonKeyTaken = Type.Object({ personId: Uuid }, closed);

/** People whose keys a device must destroy, in the order in which they were erased. */
export const ErasurePage = Type.Object(
  {
    items: Type.Array(Type.Object({ personId: Uuid, erasedAtMs: TimeMs }, closed)),
    /** Where to go on, now or later; absent when nothing was read and the cursor may be kept. */
    nextCursor: Type.Optional(Cursor),
  },
  closed,
);

/** A customer who left a contact with a sale. */
export const Person = Type.Object(
  {
    id: Uuid,
    /**
     * `waiting`: the device has not handed over all of it yet. `erased`: nobody can read it ever again.
     * `unreadable`: the master key of that time is not here.
     */
    state: Type.Enum(['kept', 'waiting', 'erased', 'unreadable']),
    store: Type.Union([Id, Type.Null()]),
    orderId: Type.Union([Uuid, Type.Null()]),
    /** When head office heard of them. */
    recordedAt: Type.Union([IsoTime, Type.Null()]),
    erasedAt: Type.Union([IsoTime, Type.Null()]),
    /** Only when `kept`. */
    contact: Type.Union([Contact, Type.Null()]),
  },
  closed,
);
export type Person = Static<typeof Person>;

/** An erasure that is done. */
export const PersonErasure = Type.Object({ id: Uuid, erasedAt: IsoTime }, closed);
