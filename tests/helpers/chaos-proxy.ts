import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from './random.ts';

/** What a bad line does to a share of the requests; each from 0 to 1. */
export interface Chaos {
  /** The request never arrives. */
  readonly dropRequest: number;
  /** It arrives cut off. */
  readonly cutRequest: number;
  /** It arrives twice. */
  readonly doubleRequest: number;
  /** It comes once more later, after others. */
  readonly lateRequest: number;
  /** It waits, so that others overtake it. */
  readonly delayRequest: number;
  /** The answer is lost. */
  readonly dropAnswer: number;
  /** The answer arrives cut off. */
  readonly cutAnswer: number;
}

export const badLine: Chaos = {
  dropRequest: 0.1,
  cutRequest: 0.1,
  doubleRequest: 0.15,
  lateRequest: 0.15,
  delayRequest: 0.3,
  dropAnswer: 0.15,
  cutAnswer: 0.1,
};

export const goodLine: Chaos = {
  dropRequest: 0,
  cutRequest: 0,
  doubleRequest: 0,
  lateRequest: 0,
  delayRequest: 0,
  dropAnswer: 0,
  cutAnswer: 0,
};

export interface ChaosProxy {
  readonly url: string;
  /** How often each thing happened. */
  readonly counts: Readonly<Record<keyof Chaos | 'passed', number>>;
  setChaos(chaos: Chaos): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const longestDelayMs = 150;

/**
 * A proxy in front of one or more backends, asked in turn, that treats requests and answers as badly as
 * `chaos` says; the same seed does the same to the same requests in the same order.
 */
export async function startChaosProxy(
  targets: readonly string[],
  seed: number,
  first: Chaos = badLine,
): Promise<ChaosProxy> {
  const random = seededRandom(seed);
  let chaos = first;
  let turn = 0;
  const counts = {
    passed: 0,
    dropRequest: 0,
    cutRequest: 0,
    doubleRequest: 0,
    lateRequest: 0,
    delayRequest: 0,
    dropAnswer: 0,
    cutAnswer: 0,
  };
  const late: (() => Promise<unknown>)[] = [];

  function happens(what: keyof Chaos): boolean {
    if (random() >= chaos[what]) return false;
    counts[what] += 1;
    return true;
  }

  async function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse) {
    const target = targets[turn % targets.length] ?? '';
    turn += 1;
    const forward = () => ask(target, incoming, body);
    for (const again of late.splice(0)) void again().catch(() => undefined);
    if (happens('dropRequest')) return outgoing.destroy();
    if (happens('cutRequest')) {
      await cut(target, incoming, body);
      return outgoing.destroy();
    }
    if (happens('delayRequest')) await pause(longestDelayMs * random());
    if (happens('lateRequest')) late.push(forward);
    const answers = happens('doubleRequest') ? [forward(), forward()] : [forward()];
    const answered = await Promise.allSettled(answers);
    const last = answered.at(-1);
    if (last?.status !== 'fulfilled') {
      outgoing.writeHead(502, { 'content-type': 'text/plain' });
      return outgoing.end('no backend\n');
    }
    if (happens('dropAnswer')) return outgoing.destroy();
    const { status, headers, body: answer } = last.value;
    outgoing.writeHead(status, { ...headers, 'content-length': String(answer.length) });
    if (answer.length > 1 && happens('cutAnswer')) {
      outgoing.write(answer.subarray(0, Math.floor(answer.length * random())));
      await pause(5);
      return outgoing.destroy();
    }
    counts.passed += 1;
    return outgoing.end(answer);
  }

  const server = createServer((incoming, outgoing) => {
    readAll(incoming)
      .then((body) => pass(incoming, body, outgoing))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    setChaos(next) {
      chaos = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function ask(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = open(target, incoming, (answer) => {
      readAll(answer).then(
        (text) =>
          resolve({ status: answer.statusCode ?? 502, headers: headersOf(answer), body: text }),
        reject,
      );
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

/** Sends half of a request and hangs up. */
function cut(target: string, incoming: IncomingMessage, body: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const onward = open(target, incoming, () => undefined);
    onward.on('error', () => resolve());
    onward.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      onward.destroy();
      resolve();
    });
  });
}

function open(
  target: string,
  { method, url = '/', headers }: IncomingMessage,
  onAnswer: (answer: IncomingMessage) => void,
) {
  const { host: _, connection: __, ...kept } = headers;
  return request(
    new URL(url, target),
    { ...(method === undefined ? {} : { method }), headers: kept, agent: false },
    onAnswer,
  );
}

function headersOf({ headers }: IncomingMessage): IncomingMessage['headers'] {
  const { connection: _, 'transfer-encoding': __, ...kept } = headers;
  return kept;
}
