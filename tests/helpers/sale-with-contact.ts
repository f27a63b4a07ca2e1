import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { sealContact } from '#main/core/people/contact-cipher.ts';
import type { Contact } from '#shared/domain/person/contact.ts';
import { completedOrder, pushedEvent } from './pushed-events.ts';

/** A sale with a contact as a device's outbox has it; the key is still at the device. */
export function saleWithContact(contact: Contact, store: string) {
  const order = completedOrder({ store });
  const personId = uuidv7();
  const key = randomBytes(32);
  const sealed = sealContact(personId, contact, key, randomBytes(12));
  const recorded = pushedEvent(
    2,
    { personId, orderId: order.orderId, store, sealed },
    undefined,
    'person.recorded',
  );
  return { personId, orderId: order.orderId, key, events: [pushedEvent(1, order), recorded] };
}
