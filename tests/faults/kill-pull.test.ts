import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startTestCentral, type TestDevice } from '../helpers/central.ts';
import { endOf } from '../helpers/cli.ts';
import { roundSeeds } from '../helpers/kill.ts';
import { expectSound } from '../helpers/printed-sales.ts';
import { seededRandom } from '../helpers/random.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import {
  berlin,
  delta,
  header,
  ndjson,
  product,
  standard,
} from '../integration/catalog-import/import-world.ts';
import { clearCatalog, drafted } from '../integration/central/catalog-world.ts';
import { publishAll } from '../integration/central/pull-world.ts';

const kills = 10;
const count = 3_000;
const script = fileURLToPath(new URL('../helpers/pulling-process.ts', import.meta.url));
const central = startTestCentral();

function startPull(file: string, device: TestDevice) {
  const key = Buffer.from(device.key.export()).toString('base64');
  return spawn(process.execPath, [script, file, central.url, device.id], {
    env: { ...process.env, DEVICE_KEY: key },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The published content, and whether an import is under way. */
function stateOf(file: string): { readonly hash: string; readonly begun: number } {
  const db = new Database(file, { readonly: true });
  const hash = db
    .prepare('SELECT content_hash FROM catalog_versions ORDER BY version DESC LIMIT 1')
    .pluck()
    .get();
  const begun = db.prepare('SELECT count(*) FROM catalog_import').pluck().get();
  db.close();
  return { hash: String(hash), begun: Number(begun) };
}

async function pulled(file: string, device: TestDevice): Promise<string> {
  const { status, stderr } = await endOf(startPull(file, device));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stateOf(file).hash;
}

test.each(roundSeeds(4_711))(
  `CCT-35 ${kills} kills while pulling (seed %i): the catalog is the old or the new release`,
  async (seed) => {
    const device = await central.device('berlin');
    const file = join(tempFolder(), 'kiosk.db');
    const edition = (brand: string) =>
      Array.from({ length: count }, (_, index) => product(`P${index}`, { brand }));
    await drafted(central, ndjson(header, berlin, standard, ...edition('Amber')));
    await drafted(central, ndjson(delta, ...edition('Bronze')));
    await publishAll(central, 1);
    const first = await pulled(file, device);
    await publishAll(central, 2);
    const copy = join(tempFolder(), 'kiosk.db');
    copyFileSync(file, copy);
    const measured = startPull(copy, device);
    await once(measured.stdout, 'data');
    const begunMs = performance.now();
    await endOf(measured);
    let wholeMs = performance.now() - begunMs;
    const second = stateOf(copy).hash;

    const random = seededRandom(seed);
    let [present, next] = [first, second];
    let [version, other] = [2, 1];
    let interrupted = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const child = startPull(file, device);
      const ended = endOf(child);
      await once(child.stdout, 'data');
      await pause(wholeMs * (0.2 + 0.8 * random()));
      child.kill('SIGKILL');
      await ended;
      const { hash, begun } = stateOf(file);
      expect([present, next], `after kill ${kill}`).toContain(hash);
      expectSound(file, `after kill ${kill}`);
      interrupted += begun;
      if (hash === next) {
        [present, next] = [next, present];
        [version, other] = [other, version];
        await publishAll(central, version);
        wholeMs *= 0.9;
      } else if (begun === 0) {
        // The machine's pace changes: too early to hit it while it writes.
        wholeMs *= 1.1;
      }
    }
    expect(interrupted, 'pulls that a kill interrupted while writing').toBeGreaterThan(0);
    expect(await pulled(file, device)).toBe(next);
    expect(stateOf(file).begun).toBe(0);
    expectSound(file, 'at the end');
    await clearCatalog(central);
  },
);
