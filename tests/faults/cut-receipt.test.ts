import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { copiesOnTape, numberedReceipt } from '../helpers/numbered-receipt.ts';
import { openPrintShop, serialSettings, until } from '../helpers/print-shop.ts';
import { printerOnPty } from '../helpers/printer-on-pty.ts';
import { needPty } from '../helpers/pty.ts';
import { seededRandom } from '../helpers/random.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const profile = printerProfile('epson-tm-t88');
const full = process.env.BLENDBAR_FAULTS === 'full';
/** Offsets of the share that runs in the test command. */
const share = 60;
/** What is sent around a receipt besides its own bytes: questions, greetings, the confirmation. */
const around = 60;

const receiptBytes = encodeReceipt(numberedReceipt('0000'), profile, {
  openDrawer: false,
  copy: false,
  storedLogos: new Set(),
}).length;

function offsets(): readonly number[] {
  const all = Array.from({ length: receiptBytes + around }, (_, offset) => offset);
  if (full) return all;
  const random = seededRandom(20_261_125);
  const some = Array.from({ length: share }, () => Math.floor(random() * all.length));
  // The first and the last bytes are where most can go wrong.
  return [...new Set([0, 1, 2, ...some, receiptBytes - 1, receiptBytes, receiptBytes + 12])];
}

test(`DEV-42 DEV-48 DEV-53 the line cut at ${full ? 'every byte' : 'a share of the bytes'} of a receipt: printed once, or in doubt and told`, async (context) => {
  needPty(context);
  const link = await printerOnPty(profile);
  const shop = openPrintShop(tempFolder(), serialSettings(link.path), {
    heartbeatMs: 60_000,
    retryMs: [5],
    confirmWithinMs: 3_000,
  });
  const ends = { printed: 0, unknown: 0 };
  const ready = () => ['ready', 'attention'].includes(shop.printer.health().state);
  const waitReady = (when: string) =>
    until(ready, 10_000, () => `not ready ${when}: ${JSON.stringify(shop.printer.health())}`);
  try {
    await waitReady('at first');
    for (const offset of offsets()) {
      const number = String(offset).padStart(4, '0');
      link.printer.tearPaper();
      link.printer.setSwitches({ unplugAfterBytes: offset });
      const id = shop.print(numberedReceipt(number));
      await until(
        () => link.printer.state().switches.unplugged || shop.job(id).state === 'printed',
        10_000,
        () => `offset ${offset}: neither cut nor printed: ${JSON.stringify(shop.job(id))}`,
      );
      // The last question stands behind the confirmation: its bytes may still bring the cut.
      if (!link.printer.state().switches.unplugged) await pause(30);
      link.printer.setSwitches({ unplugged: false, unplugAfterBytes: null });
      await waitReady(`after offset ${offset}`);
      await until(
        () => !['queued', 'sending'].includes(shop.job(id).state),
        10_000,
        () => `offset ${offset}: ${JSON.stringify(shop.job(id))}`,
      );
      // The job behind it is never touched by the cut.
      const next = shop.print(numberedReceipt(`n${number}`));
      await until(
        () => !['queued', 'sending'].includes(shop.job(next).state),
        10_000,
        () => `behind offset ${offset}: ${JSON.stringify(shop.job(next))}`,
      );

      const { paper } = link.printer.state();
      const { state } = shop.job(id);
      const { begins, ends: finished, codes } = copiesOnTape(paper, number);
      const where = `offset ${offset}, ${state}`;
      if (state === 'printed') {
        expect({ begins, finished, codes }, where).toEqual({ begins: 1, finished: 1, codes: 1 });
        ends.printed += 1;
      } else {
        expect(state, where).toBe('unknown');
        expect(begins, where).toBeLessThanOrEqual(1);
        expect(finished, where).toBeLessThanOrEqual(begins);
        ends.unknown += 1;
      }
      expect(shop.job(id).attempts, where).toBe(1);
      expect(shop.job(next), where).toMatchObject({ state: 'printed', attempts: 1 });
      const behind = copiesOnTape(paper, `n${number}`);
      expect(behind, where).toEqual({ begins: 1, ends: 1, codes: 1 });
      expectOnPaperOfItsOwn(paper, `n${number}`, where);
    }
  } finally {
    await shop.close();
    await link.close();
  }
  expect(ends.unknown).toBeGreaterThan(share / 2);
  expect(ends.printed).toBeGreaterThan(0);
  process.stdout.write(
    `cut-receipt: ${receiptBytes} bytes, ${ends.printed + ends.unknown} cuts, ${ends.printed} printed once, ${ends.unknown} in doubt\n`,
  );
});

/** Between the last cut before a receipt and its beginning stands nothing of another one. */
function expectOnPaperOfItsOwn(
  paper: ReturnType<Awaited<ReturnType<typeof printerOnPty>>['printer']['state']>['paper'],
  number: string,
  where: string,
): void {
  const begin = paper.findIndex(
    (element) =>
      element.kind === 'line' && element.runs.some(({ text }) => text.includes(`begin ${number}`)),
  );
  const cut = paper.slice(0, begin).findLastIndex(({ kind }) => kind === 'cut');
  const before = paper.slice(cut + 1, begin).flatMap((element) =>
    element.kind === 'line'
      ? [
          element.runs
            .map(({ text }) => text)
            .join('')
            .trim(),
        ]
      : [],
  );
  expect(before, where).toEqual(['Atelier Nord', 'Torstraße 12, 10119 Berlin']);
}
