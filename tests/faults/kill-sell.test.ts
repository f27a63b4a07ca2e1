import { expect, test } from 'vitest';
import { demoDatabase, demoSku } from '../helpers/demo-database.ts';
import { writeJson } from '../helpers/demo-feed.ts';
import { linesUntilKilled, msUntilOutput, roundSeeds } from '../helpers/kill.ts';
import {
  expectAllStored,
  expectSound,
  type PrintedSale,
  remember,
  storedSales,
} from '../helpers/printed-sales.ts';
import { seededRandom } from '../helpers/random.ts';
import { shareOf } from '../helpers/share.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const kills = shareOf(20, 8);

test.each(roundSeeds(20_261_121))(
  `STO-60 CLI-33 ${kills} kills while selling (seed %i): every told sale is stored, none twice`,
  async (seed) => {
    const folder = tempFolder();
    const db = await demoDatabase(folder);
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    const tender = ['--tender', 'cash:1000000', '--count', '100000'];
    const sell = ['sell', basket, ...tender, '--json', '--db'];
    const random = seededRandom(seed);
    const startMs = await msUntilOutput([...sell, await demoDatabase(tempFolder())]);
    const told = new Map<string, PrintedSale>();

    for (let kill = 1; kill <= kills; kill += 1) {
      // From before the first sale to some hundred sales after it.
      const delayMs = Math.round(startMs * (0.6 + 1.2 * random()));
      remember(told, await linesUntilKilled([...sell, db], delayMs));
      expectSound(db, `after kill ${kill} (${delayMs} ms)`);
    }

    const stored = storedSales(db);
    expectAllStored(told, stored);
    expect(told.size).toBeGreaterThan(kills);
    process.stdout.write(
      `kill-sell: ${kills} kills, ${told.size} sales told, ${stored.size} stored\n`,
    );
  },
);
