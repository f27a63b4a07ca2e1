import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  CatalogVersion,
  CatalogVersionPage,
  type Publication,
  PublicationPage,
  PublicationRequest,
  Published,
  RollBackRequest,
  VersionNumber,
} from '#shared/contract/api/catalog.ts';
import { Cursor } from '#shared/contract/api/orders.ts';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { type ErrorCode, fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { publish, rollBack } from '../../core/catalog/publish.ts';
import { type PublicationRow, publicationsPage } from '../../storage/catalog-publications.ts';
import { findVersion, type VersionRow, versionsPage } from '../../storage/catalog-versions.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };
const isVersion = Compile(VersionNumber);
const Limit = Type.Integer({ minimum: 1, maximum: 500, default: 100 });

/** Versions of the catalog, and which store gets which. docs/specs/central-catalog.md. */
export function catalogRoutes(app: App, central: Central): void {
  const { db } = central;

  app.get(
    '/v1/catalog/versions',
    {
      onRequest: requireKey(central, 'catalog:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'listCatalogVersions',
            summary: 'Versions of the catalog, the newest first',
            tag: 'catalog',
            access: 'key',
          },
          { 200: CatalogVersionPage },
        ),
        querystring: Type.Object(
          { limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) },
          closed,
        ),
      },
    },
    async ({ query: { limit = 100, cursor } }) => {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, versionBefore)[0];
      const rows = await versionsPage(db, { ...(before === undefined ? {} : { before }), limit });
      const last = rows.length < limit ? undefined : rows.at(-1);
      return {
        items: rows.map(versionOf),
        ...(last === undefined ? {} : { nextCursor: encodeCursor([last.version]) }),
      };
    },
  );

  app.get(
    '/v1/catalog/versions/:version',
    {
      onRequest: requireKey(central, 'catalog:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'getCatalogVersion',
            summary: 'One version of the catalog',
            tag: 'catalog',
            access: 'key',
            fails: [404],
          },
          { 200: CatalogVersion },
        ),
        params: Type.Object({ version: VersionNumber }, closed),
      },
    },
    async ({ params: { version } }) => {
      const row = await findVersion(db, version);
      if (row !== null) return versionOf(row);
      const message = `There is no catalog version ${version}`;
      throw new ProblemError(404, fault('catalog.version_not_found', message));
    },
  );

  app.get(
    '/v1/catalog/publications',
    {
      onRequest: requireKey(central, 'catalog:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'listPublications',
            summary:
              'What was published for whom, the newest first; the first one of a store counts',
            tag: 'catalog',
            access: 'key',
          },
          { 200: PublicationPage },
        ),
        querystring: Type.Object(
          {
            store: Type.Optional(Id),
            limit: Type.Optional(Limit),
            cursor: Type.Optional(Cursor),
          },
          closed,
        ),
      },
    },
    async ({ query: { store, limit = 100, cursor } }) => {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, numberBefore)[0];
      const rows = await publicationsPage(db, {
        ...(store === undefined ? {} : { store }),
        ...(before === undefined ? {} : { before }),
        limit,
      });
      const last = rows.length < limit ? undefined : rows.at(-1);
      return {
        items: rows.map(publicationOf),
        ...(last === undefined ? {} : { nextCursor: encodeCursor([last.id]) }),
      };
    },
  );

  app.post(
    '/v1/catalog/publications',
    {
      onRequest: requireKey(central, 'catalog:write'),
      schema: {
        ...describeRoute(
          {
            operationId: 'publishCatalog',
            summary: 'Make a version what a store, a group of stores or all stores get from now on',
            tag: 'catalog',
            access: 'key',
            fails: [404, 422],
          },
          { 201: Published },
        ),
        body: PublicationRequest,
      },
    },
    async (request, reply) => {
      const published = await publish(central, { ...request.body, actor: actorOf(request) });
      if (!published.ok) throw new ProblemError(statusOf(published.error.code), published.error);
      return reply.code(201).send({ items: published.value.map(publicationOf) });
    },
  );

  app.post(
    '/v1/catalog/rollbacks',
    {
      onRequest: requireKey(central, 'catalog:write'),
      schema: {
        ...describeRoute(
          {
            operationId: 'rollBackCatalog',
            summary: 'Give stores the version again that they had before',
            tag: 'catalog',
            access: 'key',
            fails: [404, 422],
          },
          { 201: Published },
        ),
        body: RollBackRequest,
      },
    },
    async (request, reply) => {
      const published = await rollBack(central, { ...request.body, actor: actorOf(request) });
      if (!published.ok) throw new ProblemError(statusOf(published.error.code), published.error);
      return reply.code(201).send({ items: published.value.map(publicationOf) });
    },
  );
}

function versionBefore([version]: readonly unknown[]): [number] | null {
  return isVersion.Check(version) ? [version] : null;
}

function numberBefore([id]: readonly unknown[]): [number] | null {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? [id] : null;
}

function statusOf(code: ErrorCode): number {
  return code === 'catalog.version_not_found' || code === 'catalog.group_not_found' ? 404 : 422;
}

function versionOf(row: VersionRow): CatalogVersion {
  const { version, source, added, changed, removed, unchanged, rejected } = row;
  const unused = row.discarded_at === null ? 'draft' : 'discarded';
  return {
    version,
    state: row.was_published ? 'published' : unused,
    source,
    importedAt: row.imported_at.toISOString(),
    importedBy: row.imported_by,
    contentHash: row.content_hash,
    added,
    changed,
    removed,
    unchanged,
    rejected,
  };
}

function publicationOf(row: PublicationRow): Publication {
  const { store, version } = row;
  return {
    store,
    version,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
  };
}
