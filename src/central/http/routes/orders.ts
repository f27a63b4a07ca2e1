import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  Cursor,
  IsoTime,
  OrderDetail,
  OrderPage,
  type OrderSummary,
  Repricing,
} from '#shared/contract/api/orders.ts';
import { Id, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { findOrder, type OrderRow, ordersPage } from '../../storage/orders.ts';
import { findRepricing } from '../../storage/repricings.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { requireKey } from '../key-auth.ts';
import { momentOf } from '../moment.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };
const OrderQuery = Type.Object(
  {
    store: Type.Optional(Id),
    /** Sold at this moment or later. */
    from: Type.Optional(IsoTime),
    /** Sold before this moment. */
    to: Type.Optional(IsoTime),
    /** Only those of which pricing again gave this. */
    repricing: Type.Optional(Repricing.properties.outcome),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    cursor: Type.Optional(Cursor),
  },
  closed,
);

/** Sales of every store, for head office and other systems. */
export function orderRoutes(app: App, central: Central): void {
  const onRequest = requireKey(central, 'orders:read');
  app.get(
    '/v1/orders',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'listOrders',
            summary: 'Sales, the newest first',
            tag: 'orders',
            access: 'key',
          },
          { 200: OrderPage },
        ),
        querystring: OrderQuery,
      },
    },
    async ({ query }) => {
      const { store, from, to, cursor, repricing, limit = 100 } = query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, orderPlace);
      const rows = await ordersPage(central.db, {
        ...(store === undefined ? {} : { store }),
        ...(from === undefined ? {} : { from: new Date(momentOf(from, 'query/from')) }),
        ...(to === undefined ? {} : { to: new Date(momentOf(to, 'query/to')) }),
        ...(repricing === undefined ? {} : { repricing }),
        ...(after === undefined ? {} : { after: { soldAtMs: after[0], id: after[1] } }),
        limit,
      });
      const last = rows.length < limit ? undefined : rows.at(-1);
      return {
        items: rows.map(summaryOf),
        ...(last === undefined
          ? {}
          : { nextCursor: encodeCursor([last.sold_at.getTime(), last.id]) }),
      };
    },
  );

  app.get(
    '/v1/orders/:id',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'getOrder',
            summary: 'One sale with its lines, payments and repricing',
            tag: 'orders',
            access: 'key',
            fails: [404],
          },
          { 200: OrderDetail },
        ),
        params: Type.Object({ id: Uuid }, closed),
      },
    },
    async ({ params }) => {
      const found = await findOrder(central.db, params.id);
      if (found === null) {
        throw new ProblemError(404, fault('order.not_found', `There is no order ${params.id}`));
      }
      return {
        ...summaryOf(found.order),
        completed: found.completed,
        repricing: await repricingOf(central, found.order),
      };
    },
  );
}

const isUuid = Compile(Uuid);
const isTime = Compile(TimeMs);

function orderPlace([soldAtMs, id]: readonly unknown[]): [number, string] | null {
  return isTime.Check(soldAtMs) && isUuid.Check(id) ? [soldAtMs, id] : null;
}

async function repricingOf({ db }: Central, order: OrderRow): Promise<Repricing | null> {
  const found = await findRepricing(db, order);
  if (found === null) return null;
  const { outcome, totalMinor, differences, at } = found;
  return { outcome, totalMinor, differences: [...differences], at: at.toISOString() };
}

function summaryOf(row: OrderRow): OrderSummary {
  return {
    id: row.id,
    store: row.store,
    deviceId: row.device,
    number: row.number,
    soldAt: row.sold_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    currency: row.currency,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    taxMinor: row.tax_minor,
    cashRoundingMinor: row.cash_rounding_minor,
    totalMinor: row.total_minor,
  };
}
