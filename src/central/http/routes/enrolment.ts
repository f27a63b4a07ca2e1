import { v7 as uuidv7 } from 'uuid';
import { Enrolment, EnrolmentRequest } from '#shared/contract/api/device.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { enrol } from '../../core/enrolment/enrol.ts';
import type { App } from '../app.ts';
import { deviceNamed } from '../device-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';
import { readSignedBodies } from '../signed-bodies.ts';

/** What anybody may send, signed by a key that nobody knows yet. */
const bodyLimitBytes = { sent: 4_096, plain: 0 } as const;

/** How a device is let in; behind `admitNewcomer`. docs/specs/device-requests.md, ENR. */
export function enrolmentRoutes(app: App, central: Central): void {
  readSignedBodies(app, bodyLimitBytes);
  app.post(
    '/v1/enrolments',
    {
      schema: {
        ...describeRoute(
          {
            operationId: 'enrolDevice',
            summary: 'Let a device in with a one-time code',
            description: 'Signed with the key that it names, whose base64url is the keyid.',
            tag: 'device',
            access: 'open',
            fails: [401, 403],
          },
          { 201: Enrolment },
        ),
        body: EnrolmentRequest,
      },
    },
    async (request, reply) => {
      // It is signed with the key that its header names.
      if (deviceNamed(request) !== request.body.publicKey) {
        throw new ProblemError(
          401,
          fault('device.signature_invalid', 'The request is not signed with the key that it names'),
        );
      }
      const enrolled = await enrol(central, request.body, uuidv7());
      if (!enrolled.ok) throw new ProblemError(403, enrolled.error);
      const { id, name, store } = enrolled.value;
      return reply.code(201).send({ deviceId: id, name, store, serverTimeMs: central.now() });
    },
  );
}
