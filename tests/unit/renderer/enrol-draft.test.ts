import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { makeEnrolCode } from '#central/core/enrolment/enrol-code.ts';
import { EnrolCode } from '#shared/contract/api/device.ts';
import { CentralUrl } from '#shared/contract/ipc/sync.ts';
import {
  codeOf,
  type EnrolDraft,
  isUnencrypted,
  problemsOf,
  refusalPlace,
  typedCode,
  urlOf,
} from '../../../src/renderer/lib/enrol-draft.ts';

const good: EnrolDraft = { address: 'https://central.example', code: '7K4QX-2M9TB' };

describe('UIX-45 a code is taken however it was typed', () => {
  test.each([
    '7K4QX-2M9TB',
    '7k4qx-2m9tb',
    '7K4QX2M9TB',
    ' 7k4qx 2m9tb ',
    '7K4QX – 2M9TB',
    '7k.4q.x2.m9.tb',
    '٧K٤Q X٢M٩TB',
    '７Ｋ４ＱＸ－２Ｍ９ＴＢ',
  ])('%s', (code) => {
    expect(codeOf({ ...good, code })).toBe('7K4QX-2M9TB');
    expect(problemsOf({ ...good, code })).toEqual({});
  });

  test('letters that codes do not have are the digits that they look like', () => {
    expect(codeOf({ ...good, code: 'oOiIl-LAAAA' })).toBe('00111-1AAAA');
  });

  test('every code that head office makes is what the core takes', () => {
    for (let count = 0; count < 200; count += 1) {
      const made = makeEnrolCode();
      const code = codeOf({ ...good, code: made.replace('-', '').toLowerCase() });
      expect(code).toBe(made);
      expect(problemsOf({ ...good, code })).toEqual({});
      expect(Value.Check(EnrolCode, code)).toBe(true);
    }
  });

  test.each(['7K4QX', '7K4QX-2M9T', '7K4QX-2M9TBB', '7K4QX-2M9TU', '7K4QX-2M9T!'])(
    '%s is none',
    (code) => {
      expect(problemsOf({ ...good, code })).toEqual({ code: 'headOffice.form.codeOdd' });
      expect(Value.Check(EnrolCode, codeOf({ ...good, code }))).toBe(false);
    },
  );

  test('none at all is missing', () => {
    expect(problemsOf({ ...good, code: ' - ' })).toEqual({ code: 'headOffice.form.codeMissing' });
  });
});

describe('UIX-45 a code is shown in two groups', () => {
  test('key by key', () => {
    let shown = '';
    const seen = [...'7k4qx2m9tb'].map((key) => {
      shown = typedCode(shown, shown + key);
      return shown;
    });
    expect(seen.slice(3)).toEqual([
      '7k4q',
      '7k4qx',
      '7k4qx-2',
      '7k4qx-2m',
      '7k4qx-2m9',
      '7k4qx-2m9t',
      '7k4qx-2m9tb',
    ]);
  });

  test.each([
    ['a hyphen of one’s own', '7k4qx', '7k4qx-', '7k4qx'],
    ['pasted as a whole', '', '7K4QX2M9TB', '7K4QX-2M9TB'],
    ['pasted over another', '1111', '7k4qx 2m9tb', '7k4qx-2m9tb'],
    // The cursor stands in the middle: the text around it stays where it is.
    ['a letter deleted inside', '7k4qx-2m9tb', '7kqx-2m9tb', '7kqx-2m9tb'],
    ['and typed again', '7kqx-2m9tb', '7k4qx-2m9tb', '7k4qx-2m9tb'],
    ['deleted at the end', '7k4qx-2', '7k4qx-', '7k4qx-'],
  ])('%s', (_, before, typed, shown) => {
    expect(typedCode(before, typed)).toBe(shown);
  });
});

describe('UIX-45 an address is taken however it was typed', () => {
  test.each([
    ['central.example', 'https://central.example'],
    [' https://central.example/ ', 'https://central.example'],
    ['HTTPS://central.example', 'https://central.example'],
    ['http://10.0.0.5:4610', 'http://10.0.0.5:4610'],
    ['10.0.0.5:4610/blendbar//', 'https://10.0.0.5:4610/blendbar'],
    ['localhost:4610', 'http://localhost:4610'],
    ['127.0.0.1:4610', 'http://127.0.0.1:4610'],
    ['[::1]:4610', 'http://[::1]:4610'],
    ['localhost.example', 'https://localhost.example'],
  ])('%s', (address, url) => {
    expect(urlOf({ ...good, address })).toBe(url);
    expect(problemsOf({ ...good, address })).toEqual({});
    expect(Value.Check(CentralUrl, url)).toBe(true);
  });

  test.each([
    'two words',
    'ftp://central.example',
    'https://',
    'https://somebody@central.example',
    'https://central.example?x=1',
    'https://central.example:99999',
    'https://[::1',
    `https://${'a'.repeat(300)}.example`,
  ])('%s is none', (address) => {
    expect(problemsOf({ ...good, address })).toEqual({ address: 'headOffice.form.addressOdd' });
  });

  test('none at all is missing', () => {
    expect(problemsOf({ ...good, address: '  ' })).toEqual({
      address: 'headOffice.form.addressMissing',
    });
  });

  test.each([
    ['http://central.example', true],
    ['http://localhost.example', true],
    ['https://central.example', false],
    ['http://localhost:4610', false],
    ['http://127.0.0.1:4610', false],
    ['', false],
  ])('%s goes unencrypted over the network: %s', (url, expected) => {
    expect(isUnencrypted(url)).toBe(expected);
  });
});

test('UIX-46 each refusal is said where it can be helped', () => {
  expect(refusalPlace('enrolment.code_invalid')).toBe('code');
  expect(refusalPlace('request.too_many')).toBe('code');
  expect(refusalPlace('central.unavailable')).toBe('address');
  expect(refusalPlace('central.refused')).toBe('address');
  expect(refusalPlace('device.revoked')).toBe('form');
  expect(refusalPlace('internal.failure')).toBe('form');
});
