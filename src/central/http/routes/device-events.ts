import { Enrolment, EventPush, EventPushAnswer } from '#shared/contract/api/device.ts';
import type { Central } from '../../central.ts';
import { ingestEvents } from '../../core/ingest/ingest-events.ts';
import { noteSeen } from '../../storage/devices.ts';
import type { App } from '../app.ts';
import { deviceOf } from '../device-auth.ts';
import { describeRoute } from '../openapi.ts';

/** What a push of the most and largest sales has, three times over. */
const mostParts = 400_000;

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
      const through = await noteSeen(central.db, id, { at: new Date(now), clockSkewMs: null });
      return { deviceId: id, name, store, serverTimeMs: now, ...storedThrough(through) };
    },
  );

  app.post(
    '/v1/device/events',
    {
      // One that is too deep is refused by itself.
      config: { anyDepth: true, mostParts },
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
      const ingested = await ingestEvents(central, deviceOf(request), request.body);
      central.onEvents();
      const { answers, storedThroughSeq } = ingested;
      return {
        answers: [...answers],
        serverTimeMs: central.now(),
        ...storedThrough(storedThroughSeq),
      };
    },
  );
}

function storedThrough(through: number | null): { readonly storedThroughSeq?: number } {
  return through === null ? {} : { storedThroughSeq: through };
}
