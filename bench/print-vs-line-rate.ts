import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { copiesOnTape, numberedReceipt } from '../tests/helpers/numbered-receipt.ts';
import { openPrintShop, serialSettings, until } from '../tests/helpers/print-shop.ts';
import { printerOnPty } from '../tests/helpers/printer-on-pty.ts';
import { median } from './median.ts';

const receipts = 50;
/** About two kilobytes, as a receipt with some designs on it has. */
const items = 13;
const bauds = [9_600, 19_200, 115_200] as const;
const bitsPerByte = 10;
const profile = printerProfile('epson-tm-t88');
const plain = { openDrawer: false, copy: false, storedLogos: new Set<string>() };

/**
 * The whole way of receipts over a pseudo-terminal to a printer that takes bytes at the pace of a serial
 * line, ledger and confirmations included, over the time that their bytes alone take on that line.
 */
export async function benchPrinting(): Promise<Readonly<Record<string, number>>> {
  const ratios: number[] = [];
  for (const baud of bauds) ratios.push(await ratioAt(baud));
  const [at9600 = 0, at19200 = 0, at115200 = 0] = ratios;
  return {
    print_vs_line_rate: Math.max(...ratios),
    print_vs_line_rate_9600: at9600,
    print_vs_line_rate_19200: at19200,
    print_vs_line_rate_115200: at115200,
    receipt_bytes_us: medianEncodeUs(),
  };
}

async function ratioAt(baudRate: (typeof bauds)[number]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-bench-'));
  const link = await printerOnPty(profile);
  const shop = openPrintShop(folder, serialSettings(link.path, baudRate));
  try {
    await until(
      () => shop.printer.health().state === 'ready',
      10_000,
      () => 'the printer is not ready',
    );
    // What waits is queued before the time is taken: selling is measured elsewhere.
    link.printer.setSwitches({ baudRate, paper: 'out' });
    await until(
      () => shop.printer.health().state === 'notReady',
      10_000,
      () => 'the paper is not out',
    );
    const numbers = Array.from({ length: receipts }, (_, number) =>
      String(number).padStart(4, '0'),
    );
    const bytes = numbers.reduce((sum, number) => sum + bytesOf(number), 0);
    const ids = numbers.map((number) => shop.print(numberedReceipt(number, items)));
    await shop.queue.idle();
    const begin = performance.now();
    link.printer.setSwitches({ paper: 'ok' });
    const lineMs = (bytes * bitsPerByte * 1000) / baudRate;
    await until(
      () => shop.job(ids.at(-1) ?? 0).state === 'printed',
      lineMs * 2 + 10_000,
      () => 'the receipts were not printed',
    );
    const tookMs = performance.now() - begin;
    for (const id of ids) assert.equal(shop.job(id).state, 'printed');
    const { paper } = link.printer.state();
    for (const number of numbers.slice(-5)) {
      assert.deepEqual(copiesOnTape(paper, number), { begins: 1, ends: 1, codes: 1 });
    }
    return tookMs / lineMs;
  } finally {
    await shop.close();
    await link.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesOf(number: string): number {
  return encodeReceipt(numberedReceipt(number, items), profile, plain).length;
}

/** Building the bytes of one receipt. */
function medianEncodeUs(): number {
  const rounds = Array.from({ length: 500 }, (_, round) => {
    const document = numberedReceipt(String(round), items);
    const begin = performance.now();
    encodeReceipt(document, profile, plain);
    return (performance.now() - begin) * 1000;
  });
  return median(rounds);
}
