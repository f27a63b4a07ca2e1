import { Type } from 'typebox';
import { CatalogChanges, ChangesQuery } from '#shared/contract/api/catalog.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { decodePlace, encodePlace } from '../../core/catalog/changes-cursor.ts';
import {
  beginRelease,
  changesPage,
  type ReleasePlace,
} from '../../core/catalog/release-changes.ts';
import { findRelease, type Release, releaseOf } from '../../storage/catalog-releases.ts';
import type { App } from '../app.ts';
import { deviceOf } from '../device-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

/** The line down: the catalog of a device's store. docs/specs/central-catalog.md. */
export function deviceCatalogRoutes(app: App, { db }: Central): void {
  app.get(
    '/v1/device/catalog/changes',
    {
      schema: {
        ...describeRoute(
          {
            operationId: 'getCatalogChanges',
            summary:
              'What leads from the catalog that the device has to the one that it is to have',
            description:
              'The first page carries an ETag, the content hash of the release; with If-None-Match the answer is 304 when the device has it. A cursor pins the way, also when another release is published meanwhile. gzip and br.',
            tag: 'device',
            access: 'device',
            fails: [404, 410],
          },
          { 200: CatalogChanges, 304: Type.Null({ description: 'The device has the release' }) },
        ),
        querystring: ChangesQuery,
        headers: Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: 1_000 })) }),
      },
    },
    async (request, reply) => {
      const { store } = deviceOf(request);
      const { from, cursor } = request.query;
      if (cursor !== undefined) {
        const { target, place } = await resume(cursor, store);
        return reply.send(await answer(target, place));
      }
      const target = await releaseOf(db, store);
      if (target === null) {
        const message = `Nothing is published for the store "${store}" yet`;
        throw new ProblemError(404, fault('catalog.not_published', message));
      }
      // Weak: the same pages may come in several encodings.
      reply.header('etag', `W/"${target.contentHash}"`);
      if (isKnown(request.headers['if-none-match'], target)) return reply.code(304).send(null);
      const wanted = from === 'none' ? null : from;
      return reply.send(
        await answer(target, await beginRelease(db, { store, from: wanted, target })),
      );
    },
  );

  async function answer(target: Release, place: ReleasePlace) {
    const found = await changesPage(db, target, place);
    if (found === null) throw stale();
    const { page, next } = found;
    return next === null ? page : { ...page, nextCursor: encodePlace(next) };
  }

  async function resume(cursor: string, store: string) {
    const place = decodePlace(cursor);
    if (place === null) {
      throw new ProblemError(400, fault('input.invalid', 'query/cursor is not one of this list'));
    }
    const { step } = place;
    const target = step.store === store ? await findRelease(db, store, step.to) : null;
    const isWay = step.from === null || (await findRelease(db, store, step.from)) !== null;
    if (target === null || !isWay) throw stale();
    return { target, place };
  }
}

function stale(): ProblemError {
  const message = 'These changes are not to be had any more; begin again without a cursor';
  return new ProblemError(410, fault('catalog.cursor_stale', message));
}

function isKnown(header: string | undefined, { contentHash }: Release): boolean {
  return (
    header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${contentHash}"`) === true
  );
}
