import { Check } from 'typebox/value';
import { Uuid } from '#shared/domain/sale/order.ts';
import { erasePerson, showPerson } from '../../core/people/people-desk.ts';
import { backupsSince } from '../../storage/backup.ts';
import type { CliContext } from '../context.ts';
import { badInput, CommandFailure, failureOf } from '../failure.ts';

/** `people show ID`: what the customer left. Exit code 1 when nobody can read it, or not here. PPL-10. */
export function showCommand({ store, output, json, ...ports }: CliContext, id: string): void {
  const shown = showPerson({ ...ports, people: store.people }, requirePersonId(id));
  if (shown === null) throw unknownPerson(id);
  const { person, state } = shown;
  const contact = state === 'kept' ? shown.contact : null;
  if (json) {
    const { orderId, recordedAt, erasedAt } = person;
    output.line(JSON.stringify({ personId: id, state, orderId, recordedAt, erasedAt, contact }));
  } else if (contact !== null) {
    for (const field of ['name', 'email', 'phone'] as const) {
      if (contact[field] !== undefined) output.line(`${field}: ${contact[field]}`);
    }
  }
  if (state === 'erased') throw new CommandFailure(`${id} was erased`, 1);
  if (state === 'unreadable') {
    throw new CommandFailure(
      `${id} cannot be read: the key of this device is not the right one`,
      1,
    );
  }
}

/** `people erase ID`: destroys the key. Doing it again does nothing and is no fault. PPL-11. */
export function eraseCommand({ store, output, json, ...ports }: CliContext, id: string): void {
  const { people } = store;
  const erased = erasePerson({ ...ports, people }, requirePersonId(id));
  if (!erased.ok) throw failureOf(erased.error);
  const person = people.person(id);
  if (person === null || erased.value.state === 'unknown') throw unknownPerson(id);
  const { isNew, isScrubbed } = erased.value;
  const { erasedAt, recordedAt } = person;
  if (json) output.line(JSON.stringify({ personId: id, state: 'erased', erasedAt }));
  else output.line(`${id} ${isNew ? 'erased' : 'was erased before'}`);
  if (!isScrubbed) output.note('another program uses the store; the kiosk clears its log soon');
  for (const backup of backupsSince(ports.file, recordedAt)) {
    output.note(`${backup} still holds the key; delete it when it is not needed any more`);
  }
}

function requirePersonId(id: string): string {
  if (Check(Uuid, id)) return id;
  throw badInput(`"${id}" is not the id of a person; "orders --json" names them as personId`);
}

function unknownPerson(id: string): CommandFailure {
  return badInput(`there is no person ${id} in this store`);
}
