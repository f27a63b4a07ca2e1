import { expect } from 'vitest';
import { runCli } from './cli.ts';

/** A line of `sell --json`. */
export interface PrintedSale {
  readonly orderId: string;
  readonly number: string;
  readonly totalMinor: number;
}

function parseSale(line: string): PrintedSale {
  return JSON.parse(line);
}

/** Every stored order by its id; fails when one is listed twice. */
export function storedSales(db: string): ReadonlyMap<string, PrintedSale> {
  const { status, stdout, stderr } = runCli(['orders', '--db', db, '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const stored = new Map<string, PrintedSale>();
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const sale = parseSale(line);
    expect(stored.has(sale.orderId), `order ${sale.orderId} is stored twice`).toBe(false);
    stored.set(sale.orderId, sale);
  }
  return stored;
}

/** Remembers what was told; fails when a sale is told twice. */
export function remember(told: Map<string, PrintedSale>, lines: readonly string[]): void {
  for (const line of lines) {
    const sale = parseSale(line);
    expect(told.has(sale.orderId), `order ${sale.orderId} was told twice`).toBe(false);
    told.set(sale.orderId, sale);
  }
}

/** Every sale that was told is stored as it was told. */
export function expectAllStored(
  told: ReadonlyMap<string, PrintedSale>,
  stored: ReadonlyMap<string, PrintedSale>,
): void {
  const lost = [...told.values()].filter(({ orderId, number, totalMinor }) => {
    const sale = stored.get(orderId);
    return sale?.number !== number || sale.totalMinor !== totalMinor;
  });
  expect(lost).toEqual([]);
}

export function expectSound(db: string, when: string): void {
  const { status, stderr } = runCli(['check', '--db', db]);
  expect({ status, stderr }, when).toEqual({ status: 0, stderr: '' });
}
