import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonLines, runCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { writeJson } from '../../helpers/demo-feed.ts';
import { tracesInFiles, tracesInRows } from '../../helpers/store-traces.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';
import { canaries, contact, wrappedKey } from './people-world.ts';

const inputs = suiteFolder();
const folder = suiteFolder();
let db = '';
let basket = '';
let left = '';

beforeAll(async () => {
  db = await demoDatabase(folder);
  basket = writeJson(inputs, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
  left = writeJson(inputs, 'contact.json', contact);
});

function kiosk(...args: readonly string[]) {
  return runCli([...args, '--db', db]);
}

/** The person of a sale that was made with the contact file. */
function personOfSale(tender = 'cash:100000'): string {
  const sold = kiosk('sell', basket, '--tender', tender, '--contact', left, '--json');
  expect(sold).toMatchObject({ status: 0, stderr: '' });
  const [sale] = jsonLines(sold.stdout);
  const orders = jsonLines(kiosk('orders', '--json').stdout);
  const { orderId } = sale as { readonly orderId: string };
  const order = orders.find((listed) => (listed as { orderId: string }).orderId === orderId);
  return (order as { readonly personId: string }).personId;
}

describe('people on the command line', () => {
  test('CLI-39 PPL-10 PPL-8 what was left can be shown, and lies nowhere in the clear', () => {
    for (const tender of ['cash:100000', 'card']) {
      const id = personOfSale(tender);
      expect(kiosk('people', 'show', id)).toEqual({
        status: 0,
        stdout: `name: ${contact.name}\nemail: ${contact.email}\nphone: ${contact.phone}\n`,
        stderr: '',
      });
      expect(JSON.parse(kiosk('people', 'show', id, '--json').stdout)).toMatchObject({
        personId: id,
        state: 'kept',
        erasedAt: null,
        contact,
      });
    }
    expect(tracesInFiles(folder, canaries)).toEqual([]);
    expect(tracesInRows(db, canaries)).toEqual([]);
    expect(JSON.parse(kiosk('check', '--json').stdout)).toEqual({ sound: true, findings: [] });
  });

  test('CLI-39 PPL-11 PPL-14 what was erased cannot be shown, by nobody', () => {
    const id = personOfSale();
    const key = wrappedKey(db, id);
    expect(kiosk('people', 'erase', id)).toEqual({
      status: 0,
      stdout: `${id} erased\n`,
      stderr: '',
    });
    expect(kiosk('people', 'show', id)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${id} was erased\n`,
    });
    expect(JSON.parse(kiosk('people', 'show', id, '--json').stdout)).toMatchObject({
      state: 'erased',
      erasedAt: expect.any(Number),
      contact: null,
    });
    expect(kiosk('people', 'erase', id)).toMatchObject({
      status: 0,
      stdout: `${id} was erased before\n`,
    });
    expect(tracesInFiles(folder, [key, ...canaries])).toEqual([]);
    expect(JSON.parse(kiosk('check', '--json').stdout)).toEqual({ sound: true, findings: [] });
  });

  test('PPL-17 an erasure names the backups that still hold the key', () => {
    const id = personOfSale();
    const backup = `${db}.backup-0060-99990101T000000Z`;
    const older = `${db}.backup-0030-20000101T000000Z`;
    for (const file of [backup, older]) writeFileSync(file, 'not looked into');
    expect(kiosk('people', 'erase', id).stderr).toBe(
      `${backup} still holds the key; delete it when it is not needed any more\n`,
    );
  });

  test('PPL-7 without the key file beside it a copy of the store tells nothing', () => {
    const id = personOfSale();
    const elsewhere = join(inputs, 'copy.db');
    copyFileSync(db, elsewhere);
    expect(runCli(['people', 'show', id, '--db', elsewhere])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${id} cannot be read: the key of this device is not the right one\n`,
    });
    copyFileSync(`${db}.key`, `${elsewhere}.key`);
    expect(runCli(['people', 'show', id, '--db', elsewhere]).stdout).toContain(contact.name);
  });

  test('PPL-9 what is wrong is one line that quotes nothing', () => {
    const nobody = '01950000-0000-7000-8000-000000000000';
    const notJson = join(inputs, 'cut.json');
    writeFileSync(notJson, `{"name":"${contact.name}`);
    const wrong = [
      kiosk('sell', basket, '--tender', 'cash:100000', '--contact', notJson),
      kiosk('sell', basket, '--tender', 'cash:100000', '--contact', join(inputs, 'none.json')),
      ...[{ email: contact.name }, { Zanzibarowa: 'x' }, {}].map((written, index) =>
        kiosk(
          ...['sell', basket, '--tender', 'cash:100000'],
          ...['--contact', writeJson(inputs, `wrong-${index}.json`, written)],
        ),
      ),
      kiosk('people', 'show', 'Quillfeather'.slice(1)),
      kiosk('people', 'show', nobody),
      kiosk('people', 'erase', nobody),
    ];
    for (const { status, stdout, stderr } of wrong) {
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^[^\n]+\n$/);
      expect(canaries.filter((word) => stderr.includes(word))).toEqual([]);
    }
    expect(wrong[0]?.stderr).toMatch(/cut\.json: is not JSON\n$/);
    expect(wrong[2]?.stderr).toMatch(/wrong-0\.json: \/email: is not an e-mail address\n$/);
    expect(tracesInFiles(folder, canaries)).toEqual([]);
  });
});
