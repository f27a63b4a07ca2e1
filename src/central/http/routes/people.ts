import { Type } from 'typebox';
import { Cursor } from '#shared/contract/api/orders.ts';
import {
  ErasurePage,
  Person,
  PersonErasure,
  PersonKeyBody,
  PersonKeyTaken,
} from '#shared/contract/api/people.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { cursorOfPlace, placeOfCursor } from '../../core/feed/feed-cursor.ts';
import { erasePerson } from '../../core/people/erase-person.ts';
import { readPerson } from '../../core/people/read-person.ts';
import { takeKey } from '../../core/people/take-key.ts';
import { feedStart } from '../../storage/feed.ts';
import { erasuresAfter } from '../../storage/people.ts';
import { isAheadOfFeed } from '../ahead-of-feed.ts';
import type { App } from '../app.ts';
import { wrongCursor } from '../cursor.ts';
import { deviceOf } from '../device-auth.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };
const erasuresPerPage = 500;
const PersonPath = Type.Object({ id: Uuid }, closed);

const keyStatus = {
  'person.not_found': 404,
  'person.key_conflict': 409,
  'person.no_master_key': 409,
  'person.erased': 410,
} as const;

/** What devices tell and ask about people. docs/specs/people.md */
export function devicePeopleRoutes(app: App, central: Central): void {
  app.put(
    '/v1/device/people/:id/key',
    {
      schema: {
        ...describeRoute(
          {
            operationId: 'putPersonKey',
            summary: 'Hand over the key of a contact that this device recorded',
            description:
              'May be sent again any number of times, also before the person’s event. Answers 410 when the person was erased; the device then destroys the key.',
            tag: 'device',
            access: 'device',
            fails: [404, 409, 410, 413],
          },
          { 200: PersonKeyTaken },
        ),
        params: PersonPath,
        body: PersonKeyBody,
      },
    },
    async (request) => {
      const { id } = request.params;
      const key = Buffer.from(request.body.key, 'base64url');
      const taken = await takeKey(central, deviceOf(request), id, key);
      key.fill(0);
      if (!taken.ok) throw new ProblemError(keyStatus[taken.error.code], taken.error);
      return { personId: id };
    },
  );

  app.get(
    '/v1/device/people/erasures',
    {
      schema: {
        ...describeRoute(
          {
            operationId: 'listPersonErasures',
            summary: 'People who were erased, the earliest first',
            description:
              'The device destroys their keys, if it has any. A cursor that is ahead of the list, whose database was put back, begins it anew.',
            tag: 'device',
            access: 'device',
          },
          { 200: ErasurePage },
        ),
        querystring: Type.Object({ cursor: Type.Optional(Cursor) }, closed),
      },
    },
    async ({ query }) => {
      const { cursor } = query;
      const given = cursor === undefined ? feedStart : placeOfCursor(cursor);
      if (given === null) throw wrongCursor();
      const startsAnew = await isAheadOfFeed(central, given);
      const after = startsAnew ? feedStart : given;
      const erasures = await erasuresAfter(central.db, after, erasuresPerPage);
      const last = erasures.at(-1) ?? (startsAnew ? feedStart : undefined);
      return {
        items: erasures.map(({ person, erasedAt }) => ({
          personId: person,
          erasedAtMs: erasedAt.getTime(),
        })),
        ...(last === undefined ? {} : { nextCursor: cursorOfPlace({ ...last, part: null }) }),
      };
    },
  );
}

/** Personal data for head office: reading it, and erasing it for good. */
export function peopleRoutes(app: App, central: Central): void {
  app.get(
    '/v1/people/:id',
    {
      onRequest: requireKey(central, 'people:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'getPerson',
            summary: 'What a customer left to be reached',
            description: 'Every reading is audited.',
            tag: 'people',
            access: 'key',
            fails: [404],
          },
          { 200: Person },
        ),
        params: PersonPath,
      },
    },
    async (request) => {
      const person = await readPerson(central, request.params.id, actorOf(request));
      if (person === null) throw notFound(request.params.id);
      return person;
    },
  );

  app.delete(
    '/v1/people/:id',
    {
      onRequest: requireKey(central, 'people:write'),
      schema: {
        ...describeRoute(
          {
            operationId: 'erasePerson',
            summary: 'Destroy the key of what a customer left, here and on the devices',
            description: 'Cannot be undone. May be asked again; the first time counts.',
            tag: 'people',
            access: 'key',
            fails: [404],
          },
          { 200: PersonErasure },
        ),
        params: PersonPath,
      },
    },
    async (request) => {
      const { id } = request.params;
      const erasedAt = await erasePerson(central, id, actorOf(request));
      if (erasedAt === null) throw notFound(id);
      return { id, erasedAt: erasedAt.toISOString() };
    },
  );
}

function notFound(id: string): ProblemError {
  return new ProblemError(404, fault('person.not_found', `There is no person ${id}`));
}
