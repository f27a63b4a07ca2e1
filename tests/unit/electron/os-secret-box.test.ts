import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { safeStorage } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { osSecretBox } = await import('#main/hosts/electron/os-secret-box.ts');

const secret = new TextEncoder().encode('a key of a person');

beforeEach(() => {
  safeStorage.available = true;
  safeStorage.backend = 'gnome_libsecret';
});

test('SYN-21 what the system’s store seals is opened again after a restart, and by nobody else', async () => {
  const file = join(tempFolder(), 'kiosk.db.key');
  const box = await osSecretBox(file);
  const sealed = box?.seal(secret) ?? new Uint8Array();
  const again = await osSecretBox(file);
  expect(again?.protection).toBe('os');
  expect(Buffer.from(again?.open(sealed) ?? [])).toEqual(Buffer.from(secret));
  const other = fileSecretBox(file);
  expect(other.open(sealed)).toBeNull();
  expect(() => other.seal(secret)).toThrow(/kept by the system/);
});

test('SYN-21 a key that lay in the open is sealed, and what it sealed can still be opened', async () => {
  const file = join(tempFolder(), 'kiosk.db.key');
  const sealed = fileSecretBox(file).seal(secret);
  const open = readFileSync(file);
  const box = await osSecretBox(file);
  expect(Buffer.from(box?.open(sealed) ?? [])).toEqual(Buffer.from(secret));
  expect(readFileSync(file).includes(open)).toBe(false);
  expect(readFileSync(file, 'latin1').startsWith('blendbar-os-key\n')).toBe(true);
});

test('SYN-21 where the system has no store there is no such box', async () => {
  safeStorage.available = false;
  expect(await osSecretBox(join(tempFolder(), 'key'))).toBeNull();
});

test.runIf(process.platform === 'linux')(
  'SYN-21 a Linux desktop without a keyring counts as none',
  async () => {
    safeStorage.backend = 'basic_text';
    expect(await osSecretBox(join(tempFolder(), 'key'))).toBeNull();
  },
);
