import { expect, test } from 'vitest';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import type { DeviceHealth, printerProfileIds } from '#shared/contract/ipc/devices.ts';
import { copiesOnTape, numberedReceipt } from '../../helpers/numbered-receipt.ts';
import { openPrintShop, serialSettings, until } from '../../helpers/print-shop.ts';
import { printerOnPty } from '../../helpers/printer-on-pty.ts';
import { needPty } from '../../helpers/pty.ts';
import { shareOf } from '../../helpers/share.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const unplugNoticedMs = 3_000;
const recoveredMs = 5_000;
const healthChangedMs = 2_000;

async function printerShop(profile: (typeof printerProfileIds)[number] = 'epson-tm-t88') {
  const link = await printerOnPty(printerProfile(profile));
  const shop = openPrintShop(tempFolder(), { ...serialSettings(link.path), profile });
  const health = () => shop.printer.health();
  return {
    link,
    shop,
    health,
    becomes: (state: DeviceHealth['state'], timeoutMs: number) =>
      until(
        () => health().state === state,
        timeoutMs,
        () => `not ${state}: ${JSON.stringify(health())}`,
      ),
    ended: (id: number, timeoutMs: number) =>
      until(
        () => !['queued', 'sending'].includes(shop.job(id).state),
        timeoutMs,
        () => JSON.stringify(shop.job(id)),
      ),
    async close() {
      await shop.close();
      await link.close();
    },
  };
}

test('DEV-52 DEV-56 an unplugged printer is noticed, and works again without a restart', async (context) => {
  needPty(context);
  const { link, shop, becomes, ended, health, close } = await printerShop();
  await becomes('ready', recoveredMs);
  for (let round = 0; round < 3; round += 1) {
    link.printer.setSwitches({ unplugged: true });
    await becomes('disconnected', unplugNoticedMs);
    expect(health().problems).toHaveLength(1);
    const waiting = shop.print(numberedReceipt(`u${round}`));
    link.printer.setSwitches({ unplugged: false });
    await ended(waiting, recoveredMs);
    expect(shop.job(waiting)).toMatchObject({ state: 'printed', attempts: 1 });
    expect(health().state).toBe('ready');
  }
  await close();
});

test('DEV-51 a printer that only falls silent is disconnected, and connected when it answers', async (context) => {
  needPty(context);
  const { link, becomes, health, close } = await printerShop();
  await becomes('ready', recoveredMs);
  link.printer.setSwitches({ silent: true });
  await becomes('disconnected', unplugNoticedMs);
  expect(health()).toMatchObject({ problems: ['noAnswer'], drawer: 'unknown' });
  link.printer.setSwitches({ silent: false });
  await becomes('ready', recoveredMs);
  await close();
});

test.each([
  ['epson-tm-t88', { paper: 'out' }, 'notReady', 'paperOut'],
  ['epson-tm-t88', { paper: 'nearEnd' }, 'attention', 'paperNearEnd'],
  ['epson-tm-t88', { coverOpen: true }, 'notReady', 'coverOpen'],
  ['epson-tm-t88', { cutterError: true }, 'notReady', 'cutterError'],
  ['epson-tm-t88', { falseFailure: true }, 'notReady', 'printerError'],
  ['star-esc-pos', { paper: 'out' }, 'notReady', 'paperOut'],
  ['star-esc-pos', { paper: 'nearEnd' }, 'attention', 'paperNearEnd'],
  ['bixolon-srp', { coverOpen: true }, 'notReady', 'coverOpen'],
] as const)(
  'DEV-50 %s with %o is %s within two seconds, and back',
  async (profile, switches, state, problem) => {
    const { link, becomes, health, close } = await printerShop(profile);
    await becomes('ready', recoveredMs);
    link.printer.setSwitches(switches);
    await becomes(state, healthChangedMs);
    expect(health().problems).toContain(problem);
    link.printer.setSwitches({
      paper: 'ok',
      coverOpen: false,
      cutterError: false,
      falseFailure: false,
    });
    await becomes('ready', healthChangedMs);
    await close();
  },
);

test.each(['epson-tm-t88', 'epson-tm-t20', 'star-esc-pos', 'bixolon-srp'] as const)(
  'DEV-41 %s confirms what it printed in its own way',
  async (profile) => {
    const { link, shop, becomes, ended, close } = await printerShop(profile);
    await becomes('ready', recoveredMs);
    const ids = ['a', 'b', 'c'].map((number) => shop.print(numberedReceipt(number)));
    for (const id of ids) await ended(id, 10_000);
    const { confirms } = printerProfile(profile);
    for (const id of ids) {
      expect(shop.job(id)).toMatchObject({ state: 'printed', confirmedBy: confirms });
    }
    for (const number of ['a', 'b', 'c']) {
      expect(copiesOnTape(link.printer.state().paper, number).ends).toBe(1);
    }
    await close();
  },
);

test('DEV-41 DEV-51 a printer that cannot answer is ready while it is there, and marks its jobs', async (context) => {
  needPty(context);
  const { link, shop, becomes, ended, close } = await printerShop('generic-58mm');
  await becomes('ready', recoveredMs);
  const id = shop.print(numberedReceipt('small'));
  await ended(id, 10_000);
  expect(shop.job(id)).toMatchObject({ state: 'printed', confirmedBy: 'nothing' });
  await until(
    () => copiesOnTape(link.printer.state().paper, 'small').ends === 1,
    10_000,
    () => 'nothing on the tape',
  );
  link.printer.setSwitches({ unplugged: true });
  await becomes('disconnected', unplugNoticedMs);
  await close();
});

test('DEV-43 paper that runs out in the middle of a receipt is waited for, and nothing is doubled', async (context) => {
  needPty(context);
  const { link, shop, becomes, ended, close } = await printerShop();
  await becomes('ready', recoveredMs);
  link.printer.setSwitches({ baudRate: 9_600 });
  const ids = ['first', 'second'].map((number) => shop.print(numberedReceipt(number)));
  await until(
    () => copiesOnTape(link.printer.state().paper, 'first').begins === 1,
    10_000,
    () => 'nothing on the tape',
  );
  link.printer.setSwitches({ paper: 'out' });
  await becomes('notReady', healthChangedMs);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(ids.map((id) => shop.job(id).state)).toEqual(['sending', 'queued']);
  link.printer.setSwitches({ paper: 'ok', baudRate: null });
  for (const id of ids) await ended(id, 10_000);
  expect(ids.map((id) => shop.job(id).state)).toEqual(['printed', 'printed']);
  for (const number of ['first', 'second']) {
    const copies = copiesOnTape(link.printer.state().paper, number);
    expect(copies).toEqual({ begins: 1, ends: 1, codes: 1 });
  }
  await close();
});

test('DEV-42 a printer that prints and does not say so leaves a doubt, and no second paper', async (context) => {
  needPty(context);
  const { link, shop, becomes, ended, close } = await printerShop();
  await becomes('ready', recoveredMs);
  link.printer.setSwitches({ baudRate: 9_600 });
  const id = shop.print(numberedReceipt('mute'));
  await until(
    () => shop.job(id).state === 'sending',
    5_000,
    () => JSON.stringify(shop.job(id)),
  );
  link.printer.setSwitches({ silent: true, baudRate: null });
  await ended(id, 20_000);
  expect(shop.job(id)).toMatchObject({ state: 'unknown', attempts: 1 });
  link.printer.setSwitches({ silent: false });
  await becomes('ready', recoveredMs);
  const next = shop.print(numberedReceipt('next'));
  await ended(next, 10_000);
  const { paper } = link.printer.state();
  expect(copiesOnTape(paper, 'mute').begins).toBe(1);
  expect(copiesOnTape(paper, 'next')).toEqual({ begins: 1, ends: 1, codes: 1 });
  await close();
});

/** In the order in which they were given. */
const jobs = shareOf(1_000, 250);

test(`DEV-40 DEV-41 ${jobs} jobs in a row: all confirmed, in order, each once`, async (context) => {
  needPty(context);
  const begun: string[] = [];
  const link = await printerOnPty(printerProfile('epson-tm-t88'), {
    onPrinted(element) {
      if (element.kind !== 'line') return;
      const [, number] =
        /^begin (\d+)$/.exec(element.runs.map(({ text }) => text.trim()).join('')) ?? [];
      if (number !== undefined) begun.push(number);
    },
  });
  const shop = openPrintShop(tempFolder(), serialSettings(link.path));
  const numbers = Array.from({ length: jobs }, (_, job) => String(job).padStart(4, '0'));
  const ids = numbers.map((number) => shop.print(numberedReceipt(number)));
  const last = ids.at(-1) ?? 0;
  await until(
    () => shop.job(last).state === 'printed',
    55_000,
    () => `only ${begun.length} were printed`,
  );
  expect(begun).toEqual(numbers);
  expect(ids.filter((id) => shop.job(id).state !== 'printed')).toEqual([]);
  expect(ids.filter((id) => shop.job(id).attempts !== 1)).toEqual([]);
  await shop.close();
  await link.close();
});
