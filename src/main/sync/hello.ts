import type { Enrolment } from '#shared/contract/api/device.ts';
import { answered } from './call.ts';
import { parseEnrolment } from './enrol.ts';
import type { Session } from './session.ts';
import type { SyncPart } from './sync-part.ts';

export const helloName = 'hello';
const helloMs = 60_000;

/**
 * Asks who we are: tells whether head office is there and lets us in when nothing else has to be said, what
 * time it is there, where it has us, and what it has of us. SYN-12, SYN-18
 */
export function hello(
  { learnServerTime }: Session,
  compare: (told: Pick<Enrolment, 'store' | 'storedThroughSeq'>) => void,
): SyncPart {
  return {
    name: helloName,
    everyMs: helloMs,
    async run(client) {
      const answer: unknown = await answered(client.GET('/v1/device'));
      const told = parseEnrolment(answer);
      learnServerTime(told.serverTimeMs);
      compare(told);
    },
  };
}
