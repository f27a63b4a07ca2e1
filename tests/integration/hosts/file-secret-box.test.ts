import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const secret = Buffer.from('a key of thirty-two bytes length');

test('PPL-7 what was sealed is opened again, also by the next process, and not after any change', () => {
  const keyFile = join(tempFolder(), 'kiosk.db.key');
  const box = fileSecretBox(keyFile);
  const sealed = Buffer.from(box.seal(secret));
  expect(sealed.includes(secret)).toBe(false);
  expect(box.open(sealed)).toEqual(secret);
  expect(fileSecretBox(keyFile).open(sealed)).toEqual(secret);
  expect(Buffer.from(box.seal(secret)).equals(sealed)).toBe(false);
  for (const [at, byte] of sealed.entries()) {
    const changed = Buffer.from(sealed);
    changed[at] = byte ^ 1;
    expect(box.open(changed), `byte ${at}`).toBeNull();
  }
  expect(box.open(sealed.subarray(0, 20))).toBeNull();
  expect(fileSecretBox(join(tempFolder(), 'other.key')).open(sealed)).toBeNull();
});

test('PPL-7 the key is its owner’s alone, is made when it is needed, and says what it is worth', () => {
  const folder = tempFolder();
  const keyFile = join(folder, 'kiosk.db.key');
  const box = fileSecretBox(keyFile);
  expect(box.protection).toBe('none');
  expect(box.open(secret)).toBeNull();
  expect(existsSync(keyFile)).toBe(false);
  box.seal(secret);
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['kiosk.db.key']);
});

test('a key that is not whole is an alarm, never replaced', () => {
  const keyFile = join(tempFolder(), 'kiosk.db.key');
  writeFileSync(keyFile, 'short');
  expect(() => fileSecretBox(keyFile).seal(secret)).toThrow(/32 bytes/);
  expect(readFileSync(keyFile, 'utf8')).toBe('short');
});

test('programs that begin at once end up with one key', async () => {
  const keyFile = join(tempFolder(), 'kiosk.db.key');
  const source = new URL('../../../src/main/hosts/file-secret-box.ts', import.meta.url).href;
  const script = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(source)}).then(({ fileSecretBox }) => {
      parentPort.postMessage(fileSecretBox(${JSON.stringify(keyFile)}).seal(Buffer.from('hello')));
    });`;
  const sealed = await Promise.all(
    Array.from(
      { length: 6 },
      () =>
        new Promise<Uint8Array>((resolve, reject) => {
          const worker = new Worker(script, { eval: true });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  const box = fileSecretBox(keyFile);
  expect(sealed.map((one) => Buffer.from(box.open(one) ?? []).toString())).toEqual(
    sealed.map(() => 'hello'),
  );
});
