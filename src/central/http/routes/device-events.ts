import { Enrolment, EventPush, EventPushAnswer } from '#shared/contract/api/device.ts';
import type { Central } from '../../central.ts';
import { ingestEvents } from '../../core/ingest/ingest-events.ts';
import { noteSeen } from '../../storage/devices.ts';
import type { App } from '../app.ts';
import { deviceOf } from '../device-auth.ts';
import { describeRoute } from '../openapi.ts';

/** The line up: what devices tell. docs/specs/sync.md. */
export function deviceEventRoutes(app: App, central: Central): void {
  app.get(
    '/v1/device',
    {
      schema: describeRoute(
        {
          operationId: 'getOwnDevice',
          summary: 'Who this device is, and what time it is',
          tag: 'device',
          access: 'device',
          fails: [503],
        },
        { 200: Enrolment },
      ),
    },
    async (request) => {
      const { id, name, store } = deviceOf(request);
      const now = central.now();
      await noteSeen(central.db, id, { at: new Date(now), clockSkewMs: null });
      return { deviceId: id, name, store, serverTimeMs: now };
    },
  );

  app.post(
    '/v1/device/events',
    {
      // One that is too deep is refused by itself.
      config: { anyDepth: true },
      schema: {
        ...describeRoute(
          {
            operationId: 'pushEvents',
            summary: 'Store the events of a device’s outbox, each once',
            description: 'May be sent again any number of times. gzip and br are understood.',
            tag: 'device',
            access: 'device',
            fails: [413, 415, 503],
          },
          { 200: EventPushAnswer },
        ),
        body: EventPush,
      },
    },
    async (request) => {
      const device = deviceOf(request);
      const { events, sentAtMs } = request.body;
      const answers = await ingestEvents(central, device, events);
      const now = central.now();
      await noteSeen(central.db, device.id, {
        at: new Date(now),
        clockSkewMs: sentAtMs - now,
      });
      central.onEvents();
      return { answers: [...answers], serverTimeMs: now };
    },
  );
}
