import { strict as assert } from 'node:assert';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { runCentral } from '../tests/helpers/central-process.ts';
import { writeDemoFeed } from '../tests/helpers/demo-feed.ts';
import { openCentralWorld } from './central-world.ts';
import { basketLines, demoStoreId, openDemoShop, publishDemo } from './demo-shop.ts';

const connections = 50;
const warmUps = 1_000;
const requests = 10_000;
/** Each may make 6,000 requests a minute. */
const keys = 10;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** As a web shop's server asks: kept-alive connections, one request at a time on each. */
function ask(agent: Agent, url: URL, key: string, body: string): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () => {
          const ms = performance.now() - began;
          resolve({ status: incoming.statusCode ?? 0, text, ms });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Asks `count` times over all connections at once; how long each took, shortest first. */
async function askAll(count: number, one: () => Promise<Answer>): Promise<readonly number[]> {
  const times: number[] = [];
  let begun = 0;
  async function connection(): Promise<void> {
    while (begun < count) {
      begun += 1;
      const { status, text, ms } = await one();
      assert.equal(status, 200, text);
      times.push(ms);
    }
  }
  await Promise.all(Array.from({ length: connections }, connection));
  return times.sort((a, b) => a - b);
}

/** The price of five lines, one of them designed, with coupon, over 50 connections. */
export async function benchPriceApi() {
  const world = await openCentralWorld();
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    runCentral(world.databaseUrl, ['import', writeDemoFeed(world.folder), '--publish']);
    const issued = Array.from({ length: keys }, (_, index) =>
      runCentral(world.databaseUrl, [
        'key',
        '--name',
        `bench-${index}`,
        '--scopes',
        'catalog:read',
      ]),
    );
    const shop = openDemoShop(join(world.folder, 'kiosk.db'));
    publishDemo(shop);
    const lines = basketLines(shop);
    shop.close();
    const body = JSON.stringify({
      store: demoStoreId(),
      basket: { lines, coupons: ['WELCOME10'] },
    });
    const url = new URL('/v1/price', world.backend.url);
    let asked = 0;
    const one = (): Promise<Answer> => {
      asked += 1;
      return ask(agent, url, issued[asked % keys] ?? '', body);
    };
    await askAll(warmUps, one);
    const began = performance.now();
    const times = await askAll(requests, one);
    const perSecond = requests / ((performance.now() - began) / 1000);
    const at = (share: number) => times[Math.floor(share * times.length)] ?? Number.NaN;
    return {
      price_api_p50_ms: at(0.5),
      price_api_p99_ms: at(0.99),
      price_api_per_s: perSecond,
    };
  } finally {
    agent.destroy();
    await world.close();
  }
}
