import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { openDatabase } from '#central/storage/database.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { createReleaseApplier } from '#main/hosts/worker/release-worker.ts';
import { runCatalogImport } from '#main/hosts/worker/run-catalog-import.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { type CentralClient, createCentralClient } from '#main/sync/central-client.ts';
import { generateDeviceKey } from '#main/sync/device-key.ts';
import { createCatalogPull } from '#main/sync/pull.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { runCentral } from '../tests/helpers/central-process.ts';
import { openCentralWorld } from './central-world.ts';
import { silentLogger } from './demo-shop.ts';
import { generateProducts } from './generated-products.ts';
import { median } from './median.ts';

const productCount = 100_000;
const seed = 20_260_302;
const rounds = 5;
/** Prices are what changes most. */
const changes = { prices: 700, products: 250, added: 50 };
/** As @fastify/compress has it. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const shop: readonly CatalogRecord[] = [
  {
    kind: 'store',
    id: 'bench',
    name: 'Bench',
    address: [],
    legalLines: [],
    currency: 'EUR',
    country: 'DE',
    jurisdictions: ['EU', 'DE'],
    timeZone: 'Europe/Berlin',
    locale: 'en-DE',
    pricesIncludeTax: true,
    taxRounding: 'perTotal',
  },
  { kind: 'taxClass', id: 'standard', name: { en: 'Standard' }, rates: [] },
];

function price(sku: string, amountMinor: number): PriceRecord {
  return { kind: 'price', sku, currency: 'EUR', amountMinor, validFrom: 0 };
}

function writeFeed(file: string, records: readonly CatalogRecord[]): string {
  const header = { format: 'blendbar-catalog', version: 1, mode: 'delta' };
  writeFileSync(file, [header, ...records].map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

/** A line that counts what comes down it. */
async function countingLine(target: string) {
  const { hostname, port } = new URL(target);
  let bytesDown = 0;
  const server = createServer((device) => {
    const backend = connect(Number(port), hostname);
    backend.on('data', (chunk) => {
      bytesDown += chunk.length;
    });
    device.pipe(backend).pipe(device);
    for (const socket of [device, backend]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    bytesDown: () => bytesDown,
    close: () => server.close(),
  };
}

async function enrolledClient(databaseUrl: string, url: string): Promise<CentralClient> {
  const database = openDatabase(databaseUrl, { poolSize: 1, onError: () => undefined });
  const { code } = await issueEnrolCode(
    { db: database.db, now: Date.now },
    { store: 'bench', name: 'bench', actor: 'bench' },
  );
  await database.close();
  const key = generateDeviceKey();
  const serverNow = () => Date.now();
  const asking = createCentralClient(url, { key, keyId: key.publicKey, serverNow });
  const { data } = await asking.POST('/v1/enrolments', {
    body: { code, publicKey: key.publicKey, deviceCode: 'BENCH', appVersion: '0' },
  });
  assert(data !== undefined);
  return createCentralClient(url, { key, keyId: data.deviceId, serverNow });
}

/**
 * A kiosk with a catalog of 100,000 products follows head office by 1,000 changes, through HTTP: the bytes
 * that come down over those of the changed records alone in the same compression; how long it takes from
 * the answer to the published version, the start of the worker included; and from asking.
 */
export async function benchDelta(): Promise<{
  readonly delta_bytes_vs_records: number;
  readonly delta_apply_ms: number;
  readonly delta_pull_ms: number;
}> {
  const world = await openCentralWorld();
  const line = await countingLine(world.backend.url);
  try {
    const products = generateProducts(productCount + rounds * changes.added, seed);
    const known = products.slice(0, productCount);
    const prices = known.map(({ sku }, index) => price(sku, 500 + (index % 9_000)));
    const feed = writeFeed(join(world.folder, 'feed.ndjson'), [...shop, ...known, ...prices]);
    runCentral(world.databaseUrl, ['import', feed, '--publish']);

    const db = join(world.folder, 'kiosk.db');
    const ports = { clock: systemClock, ids: systemIds, logger: silentLogger };
    const store = openKioskStore({ file: db, ...ports });
    assert(store.ok);
    const imported = await runCatalogImport({ db, feed }).done;
    assert(imported.ok);
    const { catalog } = store.value;
    const client = await enrolledClient(world.databaseUrl, line.url);
    const applier = createReleaseApplier({ db });
    let answeredMs = 0;
    const pull = createCatalogPull({
      catalogHash: () => catalog.contentHash(catalog.currentVersion()),
      applier: {
        begin: () => {
          answeredMs = performance.now();
          return applier.begin();
        },
      },
      logger: silentLogger,
      random: Math.random,
      pause: (ms) => pause(ms),
    });
    await pull.run(client);
    assert.equal(catalog.currentVersion(), 1, 'the kiosk is up to date to begin with');

    const bytesRatios: number[] = [];
    const applyMs: number[] = [];
    const pullMs: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const records = changedRecords(round);
      const delta = writeFeed(join(world.folder, `delta-${round}.ndjson`), records);
      runCentral(world.databaseUrl, ['import', delta, '--publish']);
      const before = line.bytesDown();
      const beganMs = performance.now();
      await pull.run(client);
      const endedMs = performance.now();
      applyMs.push(endedMs - answeredMs);
      pullMs.push(endedMs - beganMs);
      const bytes = line.bytesDown() - before;
      assert.equal(catalog.currentVersion(), 1 + round);
      assert.equal(pull.problem(), null);
      const alone = brotliCompressSync(records.map(canonicalJson).sort().join('\n'), brotli);
      bytesRatios.push(bytes / alone.length);
    }
    assert.deepEqual(store.value.check(), []);
    store.value.close();
    return {
      delta_bytes_vs_records: Math.max(...bytesRatios),
      delta_apply_ms: median(applyMs),
      delta_pull_ms: median(pullMs),
    };

    /** Spread over the catalog, other ones in each round. */
    function changedRecords(round: number): readonly CatalogRecord[] {
      const at = (index: number) => known[(index * 97 + round * 13) % productCount];
      const some = (count: number) =>
        Array.from({ length: count }, (_, index) => at(index) ?? known[0]).filter(
          (product) => product !== undefined,
        );
      const added = products.slice(
        productCount + (round - 1) * changes.added,
        productCount + round * changes.added,
      );
      return [
        ...some(changes.prices).map(({ sku }, index) => price(sku, 10_000 * round + index * 7)),
        ...some(changes.products).map((product) => ({ ...product, popularity: round })),
        ...added,
      ];
    }
  } finally {
    line.close();
    await world.close();
  }
}
