import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { runCli, startCli } from '../helpers/cli.ts';
import { demoDatabase, demoSku } from '../helpers/demo-database.ts';
import { writeJson } from '../helpers/demo-feed.ts';
import { roundSeeds } from '../helpers/kill.ts';
import { expectSound } from '../helpers/printed-sales.ts';
import { program } from '../helpers/programs.ts';
import { needPty } from '../helpers/pty.ts';
import { seededRandom } from '../helpers/random.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const jobs = 100;
const kills = 8;
const webHost = program('web-host');

test.for(roundSeeds(25_112_026))(
  `DEV-42 ${kills} kills of the kiosk while ${jobs} jobs print (seed %i): ledger and tape agree on what is certain`,
  async (seed, context) => {
    needPty(context);
    const folder = tempFolder();
    const db = await demoDatabase(folder);
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    const tape = join(folder, 'tape.ndjson');
    const port = join(folder, 'tty');
    const simulator = startCli(
      ['devices', 'simulate', 'printer', '--pty', port, '--tape', tape, '--baud', '115200'],
      'pipe',
    );
    try {
      await firstLine(simulator);
      run(
        'devices',
        'set',
        'receipt-printer',
        '--serial',
        port,
        '--profile',
        'epson-tm-t88',
        '--db',
        db,
      );
      run('sell', basket, '--tender', 'cash:1000000', '--count', String(jobs), '--db', db);

      const random = seededRandom(seed);
      for (let kill = 0; kill < kills; kill += 1) {
        const kiosk = await startKiosk(folder, db);
        await pause(200 + Math.round(1_200 * random()));
        kiosk.kill('SIGKILL');
        await once(kiosk, 'exit');
        expectSound(db, `after kill ${kill + 1}`);
      }
      const kiosk = await startKiosk(folder, db);
      for (let waited = 0; waitingJobs(db) > 0; waited += 1) {
        expect(waited, 'seconds for the rest').toBeLessThan(120);
        await pause(1_000);
      }
      kiosk.kill('SIGTERM');
      await once(kiosk, 'exit');
      expectSound(db, 'at the end');
    } finally {
      simulator.kill('SIGTERM');
      if (simulator.exitCode === null) await once(simulator, 'exit');
    }

    const ledger = jobsOf(db).toReversed();
    const paper = readTape(tape);
    const order = ledger.map(({ orderNumber }) => orderNumber);
    expect(ledger).toHaveLength(jobs);
    const counts = { printed: 0, unknown: 0 };
    for (const { orderNumber = '', orderId = '', state, attempts } of ledger) {
      const found = copiesOf(paper, orderNumber, orderId);
      const where = `${orderNumber} is ${state}`;
      expect(attempts, where).toBe(1);
      if (state === 'printed') {
        expect(found, where).toEqual({ headings: 1, codes: 1 });
        counts.printed += 1;
      } else {
        expect(state, where).toBe('unknown');
        expect(found.headings, where).toBeLessThanOrEqual(1);
        counts.unknown += 1;
      }
    }
    // What came out came out in the order of the sales.
    const headings = headingsOf(paper);
    expect(headings).toEqual(order.filter((number) => headings.includes(number ?? '')));
    expect(counts.unknown).toBeLessThanOrEqual(kills);
    expect(counts.unknown, 'kills that hit a job').toBeGreaterThan(0);
    process.stdout.write(
      `kill-print: ${kills} kills, ${counts.printed} printed once, ${counts.unknown} in doubt\n`,
    );
  },
);

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = runCli(args);
  expect({ status, stderr }, args.join(' ')).toEqual({ status: 0, stderr: '' });
  return stdout;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('Its output is not piped');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return String(line);
}

/** The kiosk without its screens: what prints is the core. */
async function startKiosk(folder: string, db: string): Promise<ChildProcess> {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) writeFileSync(page, '<!doctype html><title>none</title>');
  const child = spawn(process.execPath, [webHost, '--db', db, '--renderer', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await firstLine(child);
  return child;
}

function jobsOf(db: string): readonly PrintJobView[] {
  return run('jobs', '--json', '--db', db)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): PrintJobView => JSON.parse(line));
}

function waitingJobs(db: string): number {
  return jobsOf(db).filter(({ state }) => state === 'queued' || state === 'sending').length;
}

function readTape(file: string): readonly PaperElement[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): PaperElement => JSON.parse(line));
}

function headingsOf(paper: readonly PaperElement[]): readonly string[] {
  return paper.flatMap((element) => {
    if (element.kind !== 'line') return [];
    const text = element.runs.map((part) => part.text).join('');
    const [, number] = /Receipt (\S+)/.exec(text) ?? [];
    return number === undefined ? [] : [number];
  });
}

function copiesOf(paper: readonly PaperElement[], number: string, orderId: string) {
  const codes = paper.filter(
    (element) => element.kind === 'qr' && element.data === `urn:uuid:${orderId}`,
  );
  return {
    headings: headingsOf(paper).filter((heading) => heading === number).length,
    codes: codes.length,
  };
}
