import { expect, test } from 'vitest';
import { demoDatabase, demoSku } from '../helpers/demo-database.ts';
import { writeJson } from '../helpers/demo-feed.ts';
import { faultTimeoutMs, isFullLength, linesUntilKilled, msUntilOutput } from '../helpers/kill.ts';
import {
  expectAllStored,
  expectSound,
  type PrintedSale,
  remember,
  storedSales,
} from '../helpers/printed-sales.ts';
import { seededRandom } from '../helpers/random.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const seed = 20_261_121;
const kills = isFullLength ? 200 : 20;

test(
  `STO-60 CLI-33 ${kills} kills while selling (seed ${seed}): every told sale is stored, none twice`,
  async () => {
    const folder = tempFolder();
    const db = await demoDatabase(folder);
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    const tender = ['--tender', 'cash:1000000', '--count', '100000'];
    const sell = ['sell', basket, ...tender, '--db', db, '--json'];
    const random = seededRandom(seed);
    const startMs = await msUntilOutput([...sell, '--db', await demoDatabase(tempFolder())]);
    const told = new Map<string, PrintedSale>();

    for (let kill = 1; kill <= kills; kill += 1) {
      // From before the first sale to some hundred sales after it.
      const delayMs = Math.round(startMs * (0.6 + 1.2 * random()));
      remember(told, await linesUntilKilled(sell, delayMs));
      expectSound(db, `after kill ${kill} (${delayMs} ms)`);
    }

    const stored = storedSales(db);
    expectAllStored(told, stored);
    expect(told.size).toBeGreaterThan(kills);
    process.stdout.write(
      `kill-sell: ${kills} kills, ${told.size} sales told, ${stored.size} stored\n`,
    );
  },
  faultTimeoutMs,
);
