import { join } from 'node:path';
import { erasePerson, showPerson } from '#main/core/people/people-desk.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import { openDatabase, type WritableDb } from '#main/storage/sqlite.ts';
import type { Contact } from '#shared/domain/person/contact.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import {
  filledCart,
  openSaleWorld,
  type SaleWorld,
  type SaleWorldOptions,
  value,
} from '../../helpers/sale-world.ts';
import { testSecretBox } from '../../helpers/secret-box.ts';

/** Words that occur nowhere else. */
export const contact: Contact = {
  name: 'Quillfeather Zanzibarowa',
  email: 'quillfeather@canary.example',
  phone: '+49 555 018273645',
};

/** As they would stand in any file or row, e.g. without the e-mail address's domain. */
export const canaries: readonly string[] = [
  'Quillfeather',
  'quillfeather',
  'Zanzibarowa',
  'canary.example',
  '018273645',
];

/** A kiosk whose files are in `folder`, and the desk that shows and erases people. */
export function peopleWorld(folder: string, options: SaleWorldOptions = {}) {
  const world = openSaleWorld(folder, options);
  const { store, clock, ports } = world;
  const desk = (secretBox: SecretBox = testSecretBox()) => ({
    people: store.people,
    secretBox,
    clock,
    ids: ports.ids,
  });
  return {
    ...world,
    file: join(folder, 'kiosk.db'),
    show: (id: string, secretBox?: SecretBox) => showPerson(desk(secretBox), id),
    erase: (id: string) => value(erasePerson(desk(), id)),
    /** The stored order of a sale that this contact was left with. */
    async sell(left: Contact | null = contact) {
      const pay = { ...(await payment(world)), tenderedMinor: 10_000 };
      const paid = await world.checkout.handlers['checkout.payCash'](
        left === null ? pay : { ...pay, contact: left },
      );
      const order = store.sales.order(value(paid).orderId);
      if (order === null) throw new Error('the order was not stored');
      return order;
    },
  };
}

export type PeopleWorld = ReturnType<typeof peopleWorld>;

/** The input of a payment for a cart with one lipstick in it. */
export async function payment(world: SaleWorld) {
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  return { commandId: nextId(), paymentId: nextId(), cartId, revision };
}

export function personIdOf({ personId }: { readonly personId?: string }): string {
  if (personId === undefined) throw new Error('the order names nobody');
  return personId;
}

/** Looks behind the scenes for as long as `use` lasts. */
export function withRawDb<T>(file: string, use: (db: WritableDb) => T): T {
  const db = openDatabase(file, { logger: recordingLogger() });
  try {
    return use(db);
  } finally {
    db.close();
  }
}

/** The key of a person as it lies on disk. */
export function wrappedKey(file: string, id: string): string {
  return withRawDb(
    file,
    (db) =>
      db.value<string>(
        'SELECT wrapped FROM person_keys WHERE person = (SELECT seq FROM people WHERE id = ?)',
        id,
      ) ?? '',
  );
}
