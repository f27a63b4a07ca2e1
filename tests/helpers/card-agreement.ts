import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';

interface Charge {
  readonly paymentId: string;
  readonly amountMinor: number;
  readonly outcome: string;
}

/** What the virtual terminal's bank charged and did not give back, by payment; read from its own file. */
function charges(db: string): ReadonlyMap<string, number> {
  const text = readFileSync(join(dirname(db), 'virtual-terminal.json'), 'utf8');
  const charged = new Map<string, number>();
  for (const line of text.split('\n')) {
    const charge = parseCharge(line);
    if (charge === null) continue;
    if (charge.outcome === 'approved') charged.set(charge.paymentId, charge.amountMinor);
    else charged.delete(charge.paymentId);
  }
  return charged;
}

/** A line that a crash cut off was never answered to anybody. */
function parseCharge(line: string): Charge | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Card payments that nobody knows the outcome of yet. */
export function openPayments(db: string): number {
  const database = new Database(db, { readonly: true });
  const open = database
    .prepare("SELECT count(*) FROM payment_intents WHERE state IN ('pending', 'unsettled')")
    .pluck()
    .get();
  database.close();
  return Number(open);
}

/** Charged is what was sold, payment by payment, to the cent; nothing is left open. */
export function expectChargedIsSold(db: string, when: string): void {
  const database = new Database(db, { readonly: true });
  // The rows are as the schema of the store has them.
  const sold = database
    .prepare("SELECT id, amount_minor FROM payments WHERE kind = 'card' ORDER BY id")
    .raw()
    .all() as [string, number][];
  database.close();
  const charged = [...charges(db)].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(charged, when).toEqual(sold);
  expect(openPayments(db), when).toBe(0);
}
