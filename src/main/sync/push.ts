import { Compile } from 'typebox/compile';
import type { Outbox, OutboxAnswer, OutboxEvent } from '#main/core/ports/outbox.ts';
import { EventPushAnswer, eventsPerPush } from '#shared/contract/api/device.ts';
import { at } from '#shared/lib/at.ts';
import { answered, CallFailed } from './call.ts';
import type { CentralClient } from './central-client.ts';
import { pushBody } from './push-body.ts';

/** Of payload in one push: what a slow line carries in some seconds. */
const pushBytes = 2 * 1024 * 1024;
const isAnswer = Compile(EventPushAnswer);

export interface PushPorts {
  readonly outbox: Outbox;
  readonly now: () => number;
  /** Hears of the server's clock with every answer. */
  readonly learnServerTime: (serverTimeMs: number) => void;
  /** Hears up to which number head office had this device's events before. */
  readonly learnStored: (storedThroughSeq: number | undefined) => void;
}

/**
 * Sends the next batch of the outbox and writes down what became of each event; returns how many were
 * answered, 0 when nothing waits. A request that head office does not take as a whole is halved until
 * the one event is found that it does not take, which is set aside. SYN-5 to SYN-9.
 * @throws CallFailed when head office cannot be reached or lets this device not in.
 */
export async function pushBatch(client: CentralClient, ports: PushPorts): Promise<number> {
  let limit = eventsPerPush;
  for (;;) {
    const events = ports.outbox.waiting(limit, pushBytes);
    const [first] = events;
    if (first === undefined) return 0;
    try {
      const { answers, storedThroughSeq } = await send(client, events, ports);
      // Before these count as stored: head office speaks of what it had before.
      ports.learnStored(storedThroughSeq);
      ports.outbox.settle(answers, ports.now());
      return answers.length;
    } catch (error) {
      if (!(error instanceof CallFailed) || !blamesEvents(error)) throw error;
      if (events.length === 1) {
        const { deviceSeq } = first;
        const { code, message } = error;
        ports.outbox.settle([{ deviceSeq, kind: 'rejected', code, message }], ports.now());
        return 1;
      }
      limit = Math.floor(events.length / 2);
    }
  }
}

/** Whether head office read the push and does not take it; anything else may be the line or the address. */
function blamesEvents({ kind, status }: CallFailed): boolean {
  return kind === 'wrong' && (status === 400 || status === 413 || status === 422);
}

interface Pushed {
  readonly answers: readonly OutboxAnswer[];
  readonly storedThroughSeq: number | undefined;
}

async function send(
  client: CentralClient,
  events: readonly OutboxEvent[],
  { now, learnServerTime }: PushPorts,
): Promise<Pushed> {
  // As bytes: a text of two megabytes would be gone through twice more on its way.
  const body = Buffer.from(pushBody(events, now()));
  const answer: unknown = await answered(
    client.POST('/v1/device/events', {
      // What is stored as JSON is sent as it is.
      body: { events: [], sentAtMs: 0 },
      bodySerializer: () => body,
    }),
  );
  if (!isAnswer.Check(answer) || !answersEach(answer, events)) {
    throw new CallFailed('unreachable', 'central.answer_wrong', 'The answer is not of this push');
  }
  learnServerTime(answer.serverTimeMs);
  const answers = answer.answers.map(
    ({ status, byAnother = false, code, message }, index): OutboxAnswer => {
      const { deviceSeq } = at(events, index);
      return status === 'rejected'
        ? { deviceSeq, kind: 'rejected', code: code ?? 'event.malformed', message: message ?? '' }
        : { deviceSeq, kind: 'stored', byAnother };
    },
  );
  return { answers, storedThroughSeq: answer.storedThroughSeq };
}

function answersEach({ answers }: EventPushAnswer, events: readonly OutboxEvent[]): boolean {
  return (
    answers.length === events.length &&
    answers.every(({ id, status }, index) => {
      const own = at(events, index).id;
      // An event without a readable id can only have been refused.
      return id === own || (id === null && status === 'rejected');
    })
  );
}
