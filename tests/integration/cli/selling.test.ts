import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { endOf, jsonLines, runCli, startCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { writeJson } from '../../helpers/demo-feed.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

const folder = suiteFolder();
let db = '';
let basket = '';
let designed = '';
let design = '';

const goodDesign = {
  template: 'nail-polish',
  selections: {
    shade: 'oxblood',
    carrier: 'classic',
    finish: 'cream',
    extras: [],
    brush: 'wide',
    cap: 'steel',
    engraving: 'Ada',
  },
};

beforeAll(async () => {
  db = await demoDatabase(folder);
  basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 2 }] });
  design = writeJson(folder, 'design.json', goodDesign);
  designed = writeJson(folder, 'designed.json', {
    lines: [
      { sku: demoSku, quantity: 1 },
      { sku: 'AT-POLISH', quantity: 1, design: goodDesign },
    ],
    customer: { id: 'c-17' },
    at: '2026-11-21T10:00:00Z',
  });
});

/** Runs a command that must end well, and says nothing on the side. */
function good(...args: readonly string[]): string {
  const { status, stdout, stderr } = runCli([...args, '--db', db]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('search', () => {
  test('CLI-30 prints an array, best first, with prices in minor units', () => {
    const found = JSON.parse(good('search', 'boulevard satin', '--json', '--limit', '3'));
    expect(found).toHaveLength(3);
    for (const hit of found) {
      expect(hit).toEqual({
        sku: expect.stringMatching(/^RP-SATIN-/),
        name: expect.stringContaining('Boulevard Satin'),
        brand: 'Rouge Parade',
        priceMinor: 2490,
      });
    }
    expect(JSON.parse(good('search', 'no such thing at all', '--json'))).toEqual([]);
  });

  test('CLI-1 in plain words, the number of hits and a correction are notes', () => {
    const { status, stdout, stderr } = runCli(['search', 'lipstik', '--db', db]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^RP-SATIN-133 +€24\.90 {2}Rouge Parade: Boulevard Satin Lipstick/m);
    expect(stderr).toBe('showing results for "lipstick"\n8 found\n');
  });
});

describe('validate', () => {
  test('CLI-31 a design that can be made', () => {
    expect(JSON.parse(good('validate', design, '--json'))).toMatchObject({
      status: 'valid',
      missing: [],
      violations: [],
    });
    expect(good('validate', design)).toMatch(/^valid\n/);
  });

  test('CLI-31 a design that cannot, with the broken rule and the nearest way out', () => {
    const { selections } = goodDesign;
    const broken = { ...goodDesign, selections: { ...selections, cap: 'black' } };
    const file = writeJson(folder, 'broken-design.json', broken);
    const { status, stdout, stderr } = runCli(['validate', file, '--db', db]);
    expect(status).toBe(1);
    expect(stdout).toContain('broken: Only the steel cap can be engraved.');
    expect(stdout).toContain('cap=black');
    expect(stdout).toContain('instead: cap="steel"');
    expect(stderr).toBe(`${file}: the design is invalid\n`);
    const asJson = runCli(['validate', file, '--db', db, '--json']);
    expect(asJson.status).toBe(1);
    const { violations, alternatives } = JSON.parse(asJson.stdout);
    expect(violations).toHaveLength(1);
    expect(alternatives[0].changes).toHaveLength(1);
  });

  test('CLI-31 reads standard input, and knows what was declared', () => {
    const declared = JSON.stringify({ ...goodDesign, allergies: ['limonene'], ageYears: 30 });
    const { status, stdout } = runCli(['validate', '-', '--db', db, '--json'], declared);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).status).toBe('valid');
  });
});

describe('quote', () => {
  test('CLI-32 explains itself: the lines sum up to the total', () => {
    const quote = JSON.parse(good('quote', designed, '--json'));
    expect(quote).toMatchObject({ store: 'aurel-fenn-berlin', currency: 'EUR' });
    expect(quote.at).toBe(Date.UTC(2026, 10, 21, 10));
    const sum = quote.lines.reduce((total: number, line: Line) => total + line.totalMinor, 0);
    expect(quote.totalMinor).toBe(sum);
    expect(good('quote', designed)).toContain('Nail polish');
  });

  test('CLI-32 a coupon that does not apply is a note and has its reason', () => {
    const file = writeJson(folder, 'late-coupon.json', {
      lines: [{ sku: demoSku, quantity: 2 }],
      coupons: ['SUMMER26'],
      at: '2026-11-21',
    });
    const plain = runCli(['quote', file, '--db', db]);
    expect(plain.status).toBe(0);
    expect(plain.stderr).toBe('coupon SUMMER26 is not used: expired\n');
    expect(JSON.parse(good('quote', file, '--json')).unusedCoupons).toEqual([
      { code: 'SUMMER26', reason: 'expired' },
    ]);
  });
});

describe('sell, orders, reprice, check', () => {
  test('CLI-33 CLI-35 CLI-36 CLI-37 what is sold is printed, stored, repriced and sound', () => {
    const { cashTotalMinor } = JSON.parse(good('quote', basket, '--json'));
    const cash = good(
      'sell',
      basket,
      '--tender',
      `cash:${cashTotalMinor}`,
      '--count',
      '3',
      '--json',
    );
    const card = good('sell', designed, '--tender', 'card', '--json');
    const sold = [...jsonLines(cash), ...jsonLines(card)];
    expect(sold).toHaveLength(4);
    for (const sale of sold) {
      expect(sale).toEqual({
        orderId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        number: expect.stringMatching(/^D[0-9A-Z]{4}-00000[1-4]$/),
        totalMinor: expect.any(Number),
        currency: 'EUR',
      });
    }

    const orders = jsonLines(good('orders', '--json'));
    expect(orders.map(saleIn)).toEqual(sold);
    expect(orders[3]).toMatchObject({
      soldAt: expect.any(Number),
      payments: [{ kind: 'card' }],
      lines: [{ sku: demoSku }, { sku: 'AT-POLISH' }],
    });
    expect(good('orders').trimEnd().split('\n')).toHaveLength(4);

    expect(good('reprice')).toBe('4 orders priced again, all identical\n');
    const { orderId, number } = saleIn(orders[3]);
    expect(jsonLines(good('reprice', orderId, '--json'))).toEqual([
      { orderId, number, same: true },
    ]);
    expect(good('check')).toBe('the store is sound\n');
    expect(JSON.parse(good('check', '--json'))).toEqual({ sound: true, findings: [] });
  });

  test('CLI-11 CLI-13 SAL-40 a device moves, and past sales keep the store that they were made in', () => {
    const before = jsonLines(good('orders', '--json')).length;
    const helsinki = ['--store', 'aurel-fenn-helsinki', '--json'];
    good('sell', basket, '--tender', 'cash:100000', ...helsinki);
    expect(JSON.parse(good('quote', basket, '--json')).store).toBe('aurel-fenn-helsinki');
    expect(good('reprice')).toBe(`${before + 1} orders priced again, all identical\n`);
    good('search', '', '--limit', '1', '--store', 'aurel-fenn-berlin', '--json');
    expect(good('reprice')).toBe(`${before + 1} orders priced again, all identical\n`);
    expect(good('check')).toBe('the store is sound\n');
  });

  test('CLI-4 a command that is refused leaves the device where it was', () => {
    const standing = () => JSON.parse(good('quote', basket, '--json')).store;
    const before = standing();
    const nothing = writeJson(folder, 'nothing.json', { lines: [{ sku: 'NO-SUCH', quantity: 1 }] });
    for (const refused of [
      ['quote', nothing],
      ['sell', basket, '--tender', 'cash:1'],
    ]) {
      const { status } = runCli([...refused, '--store', 'aurel-fenn-helsinki', '--db', db]);
      expect(status).toBe(2);
      expect(standing()).toBe(before);
    }
  });

  test('SAL-41 PRC-47 a quote counts the uses that a sale will, and tills at once use a cap once', async () => {
    const own = join(folder, 'capped.db');
    copyFileSync(db, own);
    const capped = writeJson(folder, 'capped.json', {
      lines: [{ sku: 'MI-PAL-DUSK', quantity: 1 }],
      coupons: ['BIRTHDAY'],
      customer: { id: 'c-birthday', segments: ['circle'] },
    });
    const priced = () => JSON.parse(runCli(['quote', capped, '--db', own, '--json']).stdout);
    const first = priced();
    expect(first.promotions).toContainEqual(expect.objectContaining({ promotion: 'birthday' }));
    const sell = ['sell', capped, '--tender', 'cash:100000', '--json', '--db', own];
    const sold = await Promise.all([1, 2, 3].map(() => endOf(startCli(sell))));
    const totals = sold.flatMap(({ stdout }) => jsonLines(stdout).map((sale) => saleIn(sale)));
    const { cashTotalMinor } = priced();
    expect(cashTotalMinor).toBeGreaterThan(first.cashTotalMinor);
    expect(totals.map(({ totalMinor }) => totalMinor).sort()).toEqual([
      first.cashTotalMinor,
      cashTotalMinor,
      cashTotalMinor,
    ]);
  });

  test('CLI-37 CLI-2 a sale that was tampered with is named, and the exit code is 1', () => {
    const tampered = join(folder, 'tampered.db');
    copyFileSync(db, tampered);
    const database = new Database(tampered);
    database.exec('UPDATE orders SET total_minor = total_minor + 1 WHERE number_seq = 1');
    database.close();
    const plain = runCli(['check', '--db', tampered]);
    expect(plain).toMatchObject({ status: 1, stdout: '' });
    expect(plain.stderr).toMatch(/^order-[a-z]+: order D\w{4}-000001 [^\n]*\n$/);
    const asJson = runCli(['check', '--db', tampered, '--json']);
    expect(asJson.status).toBe(1);
    const { sound, findings } = JSON.parse(asJson.stdout);
    expect(sound).toBe(false);
    expect(findings.length).toBeGreaterThan(1);
    const repriced = runCli(['reprice', '--db', tampered]);
    expect(repriced.status).toBe(0);
  });
});

interface Line {
  readonly totalMinor: number;
}

interface PrintedSale {
  readonly orderId: string;
  readonly number: string;
  readonly totalMinor: number;
  readonly currency: string;
}

/** What `sell` prints of an order that `orders` lists. */
function saleIn(order: unknown): PrintedSale {
  const { orderId, number, totalMinor, currency } = order as PrintedSale; // Compared below.
  return { orderId, number, totalMinor, currency };
}
