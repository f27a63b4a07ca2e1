import { answered } from './call.ts';
import { parseEnrolment } from './enrol.ts';
import type { Session } from './session.ts';
import type { SyncPart } from './sync-part.ts';

export const helloName = 'hello';
const helloMs = 60_000;

/** Asks who we are: tells whether head office is there and lets us in when nothing else has to be said. */
export function hello({ learnServerTime }: Session): SyncPart {
  return {
    name: helloName,
    everyMs: helloMs,
    async run(client) {
      const answer: unknown = await answered(client.GET('/v1/device'));
      learnServerTime(parseEnrolment(answer).serverTimeMs);
    },
  };
}
