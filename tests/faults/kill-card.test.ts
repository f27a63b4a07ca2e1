import { expect, test } from 'vitest';
import { expectChargedIsSold, openPayments } from '../helpers/card-agreement.ts';
import { runCli } from '../helpers/cli.ts';
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
import { tempFolder } from '../helpers/temp-folder.ts';

const kills = 20;

test.each(roundSeeds(7_102_026))(
  `SAL-28 CLI-34 ${kills} kills while cards are charged (seed %i): charged exactly when sold, once`,
  async (seed) => {
    const folder = tempFolder();
    const db = await demoDatabase(folder);
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    const sell = ['sell', basket, '--tender', 'card', '--json', '--db'];
    const random = seededRandom(seed);
    const many = ['--count', '100000'];
    const startMs = await msUntilOutput([...sell, await demoDatabase(tempFolder()), ...many]);
    const told = new Map<string, PrintedSale>();
    let interrupted = 0;

    for (let kill = 1; kill <= kills; kill += 1) {
      const delayMs = Math.round(startMs * (0.6 + 1.2 * random()));
      remember(told, await linesUntilKilled([...sell, db, ...many], delayMs));
      interrupted += openPayments(db);
      const next = runCli([...sell, db]);
      expect(next.stderr).toBe('');
      remember(told, next.stdout.trimEnd().split('\n'));
      expectChargedIsSold(db, `after kill ${kill} (${delayMs} ms) and the next start`);
      expectSound(db, `after kill ${kill} (${delayMs} ms)`);
    }

    const stored = storedSales(db);
    expectAllStored(told, stored);
    expect(interrupted, 'payments that a kill interrupted').toBeGreaterThan(0);
    process.stdout.write(
      `kill-card: ${kills} kills, ${interrupted} payments interrupted and settled, ${told.size} sales told, ${stored.size} stored\n`,
    );
  },
);
