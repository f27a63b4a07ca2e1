import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/cli.ts';
import { demoDatabase } from '../helpers/demo-database.ts';
import { killOnceBegun, linesUntilKilled, msUntilOutput, roundSeeds } from '../helpers/kill.ts';
import { writeLargeFeed } from '../helpers/large-feed.ts';
import { expectSound } from '../helpers/printed-sales.ts';
import { seededRandom } from '../helpers/random.ts';
import { shareOf } from '../helpers/share.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const kills = shareOf(10, 6);
const products = 3_000;
const editions = ['Amber', 'Bronze'] as const;

/** Editions that a shopper finds; more than one would be half an import. */
function editionsIn(db: string): readonly string[] {
  const { status, stdout } = runCli([
    ...['search', 'bulk powder', '--limit', String(2 * products)],
    ...['--db', db, '--json'],
  ]);
  expect(status).toBe(0);
  const found: readonly { readonly name: string }[] = JSON.parse(stdout);
  expect(found).toHaveLength(products);
  return [...new Set(found.map(({ name }) => name.split(' ')[0] ?? ''))];
}

function valueIn(db: string, sql: string): string | number | undefined {
  const database = new Database(db, { readonly: true });
  // Texts and numbers alone are asked for.
  const value = database.prepare<[], string | number>(sql).pluck().get();
  database.close();
  return value;
}

const unfinished = 'SELECT count(*) FROM catalog_import';
const underWay = 'SELECT token FROM catalog_import';

const newestHash = 'SELECT content_hash FROM catalog_versions ORDER BY version DESC LIMIT 1';

test.each(roundSeeds(31_337))(
  `STO-31 STO-36 ${kills} kills while importing (seed %i): the catalog is the old or the new one`,
  async (seed) => {
    const folder = tempFolder();
    const feeds = tempFolder();
    const db = await demoDatabase(folder);
    const feedOf = (edition: string): string => join(feeds, `${edition}.ndjson`);
    for (const edition of editions) writeLargeFeed(feedOf(edition), products, edition);
    const importing = (edition: string, file = db): readonly string[] => [
      ...['import', feedOf(edition), '--db', file],
    ];
    const clean = await demoDatabase(tempFolder());
    for (const file of [db, clean]) expect(runCli(importing(editions[0], file)).status).toBe(0);
    let wholeMs = await msUntilOutput(importing(editions[1], clean));
    const random = seededRandom(seed);
    let [present, next]: readonly string[] = editions;
    let published = 0;
    let leftOver = 0;

    for (let kill = 1; kill <= kills; kill += 1) {
      // The machine's pace changes: every other kill waits for the import to write, however long that takes.
      const isAimed = kill % 2 === 0;
      const delayMs = Math.round(wholeMs * (isAimed ? 0.2 * random() : 0.4 + 0.6 * random()));
      // The one that was interrupted before is there until the next begins.
      const before = valueIn(db, underWay);
      const hasBegun = () => ![undefined, before].includes(valueIn(db, underWay));
      if (isAimed) await killOnceBegun(importing(next ?? ''), hasBegun, delayMs);
      else await linesUntilKilled(importing(next ?? ''), delayMs);
      const when = `after kill ${kill} (${delayMs} ms)`;
      const [found, ...others] = editionsIn(db);
      expect(others, when).toEqual([]);
      expect([present, next], when).toContain(found);
      expectSound(db, when);
      const begun = Number(valueIn(db, unfinished));
      leftOver += begun;
      if (found === next) {
        published += 1;
        [present, next] = [next, present];
        wholeMs *= 0.9;
      } else if (begun === 0 && !isAimed) {
        // Too early to hit an import while it writes.
        wholeMs *= 1.1;
      }
    }

    expect(leftOver, 'imports that a kill interrupted').toBeGreaterThan(0);
    for (const edition of [next ?? '', present ?? '']) {
      expect(runCli(importing(edition))).toMatchObject({ status: 0, stderr: '' });
    }
    expect(runCli(importing(present ?? '', clean))).toMatchObject({ status: 0, stderr: '' });
    expect(valueIn(db, newestHash)).toBe(valueIn(clean, newestHash));
    expect(valueIn(db, unfinished)).toBe(0);
    expectSound(db, 'at the end');
    expect(
      readdirSync(folder).filter((name) => !/^kiosk\.(db(-wal|-shm)?|log)$/.test(name)),
    ).toEqual([]);
    process.stdout.write(
      `kill-import: ${kills} kills, ${leftOver} interrupted while writing, ${published} published before the kill\n`,
    );
  },
);
