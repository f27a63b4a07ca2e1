import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Cursor } from '#shared/contract/api/orders.ts';
import {
  FreedAllotments,
  type StockItem,
  StockMovementAnswers,
  StockMovementBatch,
  StockPage,
} from '#shared/contract/api/stock.ts';
import { Id, Sku } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { available } from '#shared/domain/stock/pool.ts';
import type { Central } from '../../central.ts';
import { freeDevice } from '../../core/stock/free-device.ts';
import { recordMovements } from '../../core/stock/record-movements.ts';
import { levelsPage, type StockLevel } from '../../storage/stock-levels.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { momentOf } from '../moment.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };
const StockQuery = Type.Object(
  {
    store: Id,
    sku: Type.Optional(Sku),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 100 })),
    cursor: Type.Optional(Cursor),
  },
  closed,
);

/** What every store has, and what came and went by hand. */
export function stockRoutes(app: App, central: Central): void {
  const { db, now } = central;
  const onRequest = requireKey(central, 'stock:write');

  app.get(
    '/v1/stock',
    {
      onRequest: requireKey(central, 'stock:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'listStock',
            summary: 'What a store has, in SKU order',
            description: 'SKUs that nobody ever counted, sold or booked are not there.',
            tag: 'stock',
            access: 'key',
          },
          { 200: StockPage },
        ),
        querystring: StockQuery,
      },
    },
    async ({ query: { store, sku, cursor, limit = 100 } }) => {
      const [afterSku] = cursor === undefined ? [''] : decodeCursor(cursor, skuPlace);
      const at = new Date(now());
      const levels = await levelsPage(db, {
        store,
        ...(sku === undefined ? {} : { sku }),
        afterSku,
        limit,
        at,
      });
      const last = levels.length < limit ? undefined : levels.at(-1);
      return {
        items: levels.map(itemOf),
        ...(last === undefined ? {} : { nextCursor: encodeCursor([last.sku]) }),
      };
    },
  );

  app.post(
    '/v1/stock/movements',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'recordMovements',
            summary: 'Record receipts and adjustments, each once',
            description:
              'All of them or none. An id that is known with the same content is answered as `duplicate`.',
            tag: 'stock',
            access: 'key',
            fails: [409],
          },
          { 200: StockMovementAnswers },
        ),
        body: StockMovementBatch,
      },
    },
    async (request) => {
      const { movements } = request.body;
      const read = movements.map(({ at, ...movement }, index) =>
        at === undefined
          ? movement
          : { ...movement, at: momentOf(at, `body/movements/${index}/at`) },
      );
      const recorded = await recordMovements(central, read, actorOf(request));
      if (!recorded.ok) {
        throw new ProblemError(recorded.error.code === 'input.invalid' ? 400 : 409, recorded.error);
      }
      return {
        movements: movements.map(({ id }, index) => ({
          id,
          status: recorded.value[index] === true ? ('recorded' as const) : ('duplicate' as const),
        })),
      };
    },
  );

  app.post(
    '/v1/stock/devices/:id/release',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'freeDevice',
            summary: 'Take back what a revoked device may still sell',
            tag: 'stock',
            access: 'key',
            fails: [404, 409],
          },
          { 200: FreedAllotments },
        ),
        params: Type.Object({ id: Uuid }, closed),
      },
    },
    async (request) => {
      const { id } = request.params;
      const freed = await freeDevice(central, id, actorOf(request));
      if (freed.ok) return { deviceId: id, allotments: freed.value };
      throw new ProblemError(freed.error.code === 'device.not_found' ? 404 : 409, freed.error);
    },
  );
}

const isSku = Compile(Sku);

function skuPlace([sku]: readonly unknown[]): [string] | null {
  return isSku.Check(sku) ? [sku] : null;
}

function itemOf(level: StockLevel): StockItem {
  const { store, sku, counted, countedAt, onHand, allotted, reserved } = level;
  const isCounted = counted !== null;
  return {
    store,
    sku,
    counted,
    countedAt: countedAt?.toISOString() ?? null,
    onHand: isCounted ? onHand : null,
    allotted,
    reserved,
    available: isCounted ? Math.max(0, available(level)) : null,
  };
}
