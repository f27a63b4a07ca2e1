import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { peopleProjection } from '#central/jobs/people-projection.ts';
import { repriceConsumer } from '#central/jobs/reprice-consumer.ts';
import { stockProjection } from '#central/jobs/stock-projection.ts';
import { surveyConsumer } from '#central/jobs/survey-consumer.ts';
import { consumerFailures } from '#central/storage/feed-consumer-failures.ts';
import { startTestCentral } from '../helpers/central.ts';
import { settleFeed } from '../helpers/central-events.ts';
import { type ApiDocument, operationsOf } from '../helpers/route-fuzz/api-document.ts';
import { furnishCentral } from '../helpers/route-fuzz/furnished-central.ts';
import { fuzzRoutes } from '../helpers/route-fuzz/fuzz-routes.ts';
import { shareOf } from '../helpers/share.ts';

/** Ten thousand under `npm run faults`, fewer otherwise; all of every run are the same again. */
const requests = shareOf(10_000, 800);
const central = startTestCentral();

test(`API-70 ${requests} random requests to every route: no 5xx, and every answer is as documented`, async () => {
  const { callers, hints } = await furnishCentral(central);
  const answer = await fetch(`${central.url}/openapi.json`);
  // The document is checked by its own test.
  const operations = operationsOf((await answer.json()) as ApiDocument);
  const report = await fuzzRoutes(central.url, operations, callers, {
    seed: 20_261_125,
    requests,
    hints,
  });
  expect(report.requests).toBe(requests);
  const asked = operations.map(({ operationId }) => operationId);
  expect([...report.answers.keys()].sort()).toEqual([...new Set(asked)].sort());
  const reached = [...report.answers].filter(([, statuses]) =>
    [...statuses.keys()].some((status) => status < 300),
  );
  // Most routes did what they are for at least once.
  expect(reached.length / operations.length).toBeGreaterThan(0.6);
  process.stdout.write(
    `fuzz-routes: ${report.requests} requests to ${operations.length} operations, ` +
      `${reached.length} of them answered 2xx at least once\n`,
  );

  await settleFeed(central);
  // What got in among the events is nothing that a reader of the feed stumbles over.
  for (const consumer of [
    repriceConsumer(central),
    surveyConsumer,
    stockProjection(central),
    peopleProjection(central),
  ]) {
    let read = 0;
    for (let batch = 1; batch > 0; read += batch) batch = await consumeBatch(central, consumer);
    expect(read, consumer.name).toBe(await countEvents(consumer.types));
  }
  expect(await consumerFailures(central.db, { limit: 10 })).toEqual([]);
  const client = await central.client(['feed:read']);
  const { response } = await client.GET('/v1/feed', { params: { query: { limit: 500 } } });
  expect(response.status).toBe(200);
});

async function countEvents(types: readonly string[]): Promise<number> {
  const { events } = await central.db
    .selectFrom('events')
    .select(({ fn }) => fn.countAll<number>().as('events'))
    .where('type', 'in', types)
    .executeTakeFirstOrThrow();
  return Number(events);
}

/** Sends bytes as they are; what comes back until the server hangs up. */
function sendBytes(bytes: string): Promise<string> {
  const { hostname, port } = new URL(central.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.end(bytes, 'latin1'));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

const close = 'Host: x\r\nConnection: close';
test.each([
  ['no request', 'nonsense\r\n\r\n', 400],
  ['a target with NUL', `GET /v1/\u0000 HTTP/1.1\r\n${close}\r\n\r\n`, 400],
  ['a header without a name', `GET /healthz HTTP/1.1\r\n: x\r\n${close}\r\n\r\n`, 400],
  [
    'two lengths',
    `POST /v1/price HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}\r\n\r\nx`,
    400,
  ],
  [
    'a length that is none',
    `POST /v1/price HTTP/1.1\r\nContent-Length: abc\r\n${close}\r\n\r\n`,
    400,
  ],
  [
    'length and chunks',
    `POST /v1/price HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n${close}\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    'headers without end',
    `GET /healthz HTTP/1.1\r\n${`a: ${'x'.repeat(1_000)}\r\n`.repeat(40)}\r\n`,
    431,
  ],
])('API-71 what is not HTTP is refused as a problem: %s', async (_, bytes, status) => {
  const answer = await sendBytes(bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
  const body: unknown = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
  expect(body).toMatchObject({ status, code: 'request.unreadable' });
});
