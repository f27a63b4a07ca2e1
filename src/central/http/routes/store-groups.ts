import { Type } from 'typebox';
import { StoreGroup, StoreGroupList, StoreGroupRequest } from '#shared/contract/api/catalog.ts';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { deleteGroup, saveGroup } from '../../core/catalog/store-groups.ts';
import { listStoreGroups } from '../../storage/store-groups.ts';
import type { App } from '../app.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const GroupParams = Type.Object({ id: Id }, { additionalProperties: false });

/** Stores that the catalog is published to together. */
export function storeGroupRoutes(app: App, central: Central): void {
  app.get(
    '/v1/catalog/store-groups',
    {
      onRequest: requireKey(central, 'catalog:read'),
      schema: describeRoute(
        {
          operationId: 'listStoreGroups',
          summary: 'Groups of stores',
          tag: 'catalog',
          access: 'key',
        },
        { 200: StoreGroupList },
      ),
    },
    async () => {
      const groups = await listStoreGroups(central.db);
      return { items: groups.map((group) => ({ ...group, stores: [...group.stores] })) };
    },
  );

  app.put(
    '/v1/catalog/store-groups/:id',
    {
      onRequest: requireKey(central, 'catalog:write'),
      schema: {
        ...describeRoute(
          {
            operationId: 'saveStoreGroup',
            summary: 'Make a group of stores, or change which stores are in it',
            tag: 'catalog',
            access: 'key',
          },
          { 200: StoreGroup },
        ),
        params: GroupParams,
        body: StoreGroupRequest,
      },
    },
    async (request) => {
      const { name, stores } = request.body;
      const group = { id: request.params.id, name, stores: [...stores].sort() };
      await saveGroup(central, group, actorOf(request));
      return group;
    },
  );

  app.delete(
    '/v1/catalog/store-groups/:id',
    {
      onRequest: requireKey(central, 'catalog:write'),
      schema: {
        ...describeRoute(
          {
            operationId: 'deleteStoreGroup',
            summary: 'Delete a group; its stores keep what was published to them',
            tag: 'catalog',
            access: 'key',
            fails: [404],
          },
          { 204: Type.Null({ description: 'It is gone' }) },
        ),
        params: GroupParams,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await deleteGroup(central, id, actorOf(request)))) {
        const message = `There is no store group "${id}"`;
        throw new ProblemError(404, fault('catalog.group_not_found', message));
      }
      return reply.code(204).send(null);
    },
  );
}
