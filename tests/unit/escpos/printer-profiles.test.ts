import { expect, test } from 'vitest';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import {
  printerProfile,
  printerProfiles,
} from '#main/devices/protocols/escpos/printer-profiles.ts';
import { printerProfileIds } from '#shared/contract/ipc/devices.ts';

test('DEV-20 every make that the contract names has a profile', () => {
  expect([...printerProfiles.keys()]).toEqual([...printerProfileIds]);
  expect(printerProfileIds.map((id) => printerProfile(id).id)).toEqual([...printerProfileIds]);
});

test.each([
  ['epson-tm-t88', 42, 512, 'processId'],
  ['epson-tm-t88iv', 42, 512, 'processId'],
  ['epson-tm-t20', 48, 576, 'processId'],
  ['star-esc-pos', 48, 576, 'status'],
  ['bixolon-srp', 42, 512, 'status'],
  ['generic-58mm', 32, 384, 'nothing'],
  ['generic-80mm', 48, 576, 'nothing'],
] as const)(
  'DEV-20 %s has %d columns on %d dots and confirms by %s',
  (id, columns, dots, confirms) => {
    expect(printerProfile(id)).toMatchObject({ columns, dotsPerLine: dots, confirms });
  },
);

test.each([...printerProfiles.values()])('DEV-20 DEV-21 $id can be written for', (profile) => {
  const { onMs, offMs } = profile.drawer;
  for (const ms of [onMs, offMs]) expect([ms % 2, ms > 0, ms <= 510]).toEqual([0, true, true]);
  const numbers = [...profile.codePages.values()];
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect([number >= 0, number <= 255]).toEqual([true, true]);
  expect(profile.codePages.get('windows1252')).toBe(16);
});

test('DEV-21 makers number their pages differently', () => {
  const numbers = (id: (typeof printerProfileIds)[number]) =>
    (['windows1250', 'windows1251', 'windows1253', 'windows1254', 'windows1257'] as const).map(
      (page) => printerProfile(id).codePages.get(page),
    );
  expect(numbers('epson-tm-t88')).toEqual([45, 46, 47, 48, 51]);
  expect(numbers('bixolon-srp')).toEqual([47, 28, 24, 25, 26]);
  for (const id of ['epson-tm-t88iv', 'star-esc-pos', 'generic-58mm', 'generic-80mm'] as const) {
    expect(numbers(id)).toEqual(Array(5).fill(undefined));
  }
});

test('DEV-20 what nothing is known of is asked nothing and sent nothing that it may not know', () => {
  expect(printerProfile('generic-80mm')).toMatchObject({
    nativeSymbols: false,
    storesLogo: false,
    realTimeStatus: false,
    automaticStatus: false,
    clearsBuffer: false,
    drawerOpenIsHigh: null,
    feedBeforeCut: 5,
  });
});

test.each([...printerProfiles.values()])(
  'DEV-36 $id: a job begins afresh and ends past the knife',
  (profile) => {
    const empty = { title: '', locale: 'en', blocks: [] };
    const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };
    const hex = Buffer.from(encodeReceipt(empty, profile, options)).toString('hex');
    const begin = ['1b40', '1c2e', '1b4d00', '1b5200'].join('');
    const { feedBeforeCut } = profile;
    const end = feedBeforeCut === null ? '1b6404' : `1b640${feedBeforeCut}1d5601`;
    expect(hex).toBe(begin + end);
  },
);
