import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { masterKeyFile, parseMasterKey } from '#central/master-key-file.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const key = randomBytes(32);
const other = randomBytes(32);

describe('PPL-23 the master key', () => {
  test('comes from a variable or from a file that a variable names', () => {
    const file = join(tempFolder(), 'key');
    writeFileSync(file, `${other.toString('base64')}\n`);
    const config = readConfig({
      BLENDBAR_MASTER_KEY: key.toString('base64'),
      BLENDBAR_MASTER_KEY_PREVIOUS_FILE: file,
    });
    expect(config.masterKey).toEqual(key);
    expect(config.previousMasterKeys).toEqual([other]);
    expect(readConfig({}).masterKey).toBeNull();
    expect(readConfig({}).previousMasterKeys).toEqual([]);
  });

  test.each([
    'short',
    key.toString('hex'),
    `${key.toString('base64')}${key.toString('base64')}`,
    `${key.toString('base64').slice(0, 42)}!=`,
  ])('what is none is refused without being told: %#', (text) => {
    expect(parseMasterKey(text)).toBeNull();
    expect(() => readConfig({ BLENDBAR_MASTER_KEY: text })).toThrow(
      /^BLENDBAR_MASTER_KEY is not 32 bytes in base64$/,
    );
  });

  test('a variable and a file at once are a mistake', () => {
    const env = {
      BLENDBAR_MASTER_KEY: key.toString('base64'),
      BLENDBAR_MASTER_KEY_FILE: '/run/secrets/key',
    };
    expect(() => readConfig(env)).toThrow(/only one of them/);
  });

  test('of the embedded database is made once, for its owner alone, and never replaced', () => {
    const folder = join(tempFolder(), 'central');
    const file = join(folder, 'master.key');
    expect(existsSync(file)).toBe(false);
    const made = masterKeyFile(file);
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(masterKeyFile(file)).toEqual(made);
    expect(readdirSync(folder)).toEqual(['master.key']);
    writeFileSync(file, 'damaged');
    expect(() => masterKeyFile(file)).toThrow(/does not hold a master key/);
    expect(readFileSync(file, 'utf8')).toBe('damaged');
  });
});
