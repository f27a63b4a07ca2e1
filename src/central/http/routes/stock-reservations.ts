import { Type } from 'typebox';
import { Reservation, ReservationCommit, ReservationInput } from '#shared/contract/api/stock.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { commitReservation, releaseReservation, reserve } from '../../core/stock/reserve.ts';
import { findReservation, type StoredReservation } from '../../storage/stock-reservations.ts';
import type { App } from '../app.ts';
import { requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const params = Type.Object({ id: Uuid }, { additionalProperties: false });

/** Goods that another channel holds for a sale. docs/specs/stock.md, STK-50 to STK-55 */
export function stockReservationRoutes(app: App, central: Central): void {
  const onRequest = requireKey(central, 'stock:write');

  app.post(
    '/v1/stock/reservations',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'reserveStock',
            summary: 'Hold goods for a while: every line, or nothing',
            description:
              'The same request again answers the same reservation, with 200 instead of 201.',
            tag: 'stock',
            access: 'key',
            fails: [409],
          },
          { 200: Reservation, 201: Reservation },
        ),
        body: ReservationInput,
      },
    },
    async (request, reply) => {
      const reserved = await reserve(central, request.body);
      if (!reserved.ok) throw new ProblemError(409, reserved.error);
      const { reservation, isNew } = reserved.value;
      return reply.code(isNew ? 201 : 200).send(viewOf(reservation));
    },
  );

  app.get(
    '/v1/stock/reservations/:id',
    {
      onRequest: requireKey(central, 'stock:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'getReservation',
            summary: 'One reservation',
            tag: 'stock',
            access: 'key',
            fails: [404],
          },
          { 200: Reservation },
        ),
        params,
      },
    },
    async ({ params: { id } }) => {
      const found = await findReservation(central.db, id);
      if (found !== null) return viewOf(found);
      throw new ProblemError(
        404,
        fault('stock.reservation_not_found', `There is no reservation ${id}`),
      );
    },
  );

  app.post(
    '/v1/stock/reservations/:id/commit',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'commitReservation',
            summary: 'The goods are sold and leave the stock',
            description: 'May be sent again; refused when the reservation was released or ran out.',
            tag: 'stock',
            access: 'key',
            fails: [404, 409],
          },
          { 200: Reservation },
        ),
        params,
        body: ReservationCommit,
      },
    },
    async ({ params: { id }, body }) =>
      ended(await commitReservation(central, id, body.orderId ?? null)),
  );

  app.post(
    '/v1/stock/reservations/:id/release',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'releaseReservation',
            summary: 'The goods are free again',
            description: 'May be sent again, also when the reservation has run out.',
            tag: 'stock',
            access: 'key',
            fails: [404, 409],
          },
          { 200: Reservation },
        ),
        params,
      },
    },
    async ({ params: { id } }) => ended(await releaseReservation(central, id)),
  );
}

function ended(
  result: Result<
    StoredReservation,
    Fault<'stock.reservation_not_found' | 'stock.reservation_ended' | 'stock.conflict'>
  >,
): Reservation {
  if (result.ok) return viewOf(result.value);
  throw new ProblemError(
    result.error.code === 'stock.reservation_not_found' ? 404 : 409,
    result.error,
  );
}

function viewOf(reservation: StoredReservation): Reservation {
  const { id, store, state, lines, createdAt, expiresAt, orderId } = reservation;
  return {
    id,
    store,
    state,
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(orderId === null ? {} : { orderId }),
  };
}
