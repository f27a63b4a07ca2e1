import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/tls/${name}`, import.meta.url));
const cert = fixture('self-signed.crt');
const key = fixture('self-signed.key');

/** A file that holds this, beside nothing else. */
function fileOf(content: string | Buffer): string {
  const file = join(tempFolder(), 'file.pem');
  writeFileSync(file, content);
  return file;
}

const tls = (certFile: string, keyFile: string) =>
  readConfig({ CENTRAL_TLS_CERT_FILE: certFile, CENTRAL_TLS_KEY_FILE: keyFile }).tls;

test('a certificate and its key are taken as they are; without them there is no TLS', () => {
  expect(tls(cert, key)).toEqual({ cert: readFileSync(cert), key: readFileSync(key) });
  const chain = Buffer.concat([readFileSync(cert), readFileSync(cert)]);
  expect(tls(fileOf(chain), key)?.cert).toEqual(chain);
  expect(readConfig({}).tls).toBeNull();
});

test.each([
  ['a certificate that is none', () => fileOf('nonsense'), () => key, 'CENTRAL_TLS_CERT_FILE'],
  ['an empty file', () => fileOf(''), () => key, 'CENTRAL_TLS_CERT_FILE'],
  [
    'a certificate that is cut off',
    () => fileOf(readFileSync(cert).subarray(0, 300)),
    () => key,
    'CENTRAL_TLS_CERT_FILE',
  ],
  [
    'a chain whose end is cut off',
    () => fileOf(Buffer.concat([readFileSync(cert), readFileSync(cert).subarray(0, 300)])),
    () => key,
    'CENTRAL_TLS_CERT_FILE',
  ],
  ['the two the wrong way round', () => key, () => cert, 'CENTRAL_TLS_CERT_FILE'],
  ['a key that is none', () => cert, () => fileOf('nonsense'), 'CENTRAL_TLS_KEY_FILE'],
  [
    'the key of another certificate',
    () => cert,
    () => keyFileOf(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
    'another certificate',
  ],
  [
    'a key of another kind',
    () => cert,
    () => keyFileOf(generateKeyPairSync('rsa', { modulusLength: 2_048 })),
    'another certificate',
  ],
  ['a file that is not there', () => cert, () => '/no/such.key', 'CENTRAL_TLS_KEY_FILE: ENOENT'],
])('TLS files that no server can work with end the start: %s', (_, certFile, keyFile, said) => {
  expect(() => tls(certFile(), keyFile())).toThrow(said);
});

function keyFileOf({ privateKey }: { readonly privateKey: KeyObject }): string {
  return fileOf(privateKey.export({ format: 'pem', type: 'pkcs8' }));
}

test('what an unusable key holds is not told', () => {
  const lines = readFileSync(key, 'utf8').split('\n');
  const broken = lines.map((line) => (line.startsWith('-') ? line : line.slice(1))).join('\n');
  let said = '';
  try {
    tls(cert, fileOf(broken));
  } catch (error) {
    said = String(error);
  }
  expect(said).toContain('CENTRAL_TLS_KEY_FILE');
  for (const line of broken.split('\n').filter((text) => text.length > 8 && text[0] !== '-')) {
    expect(said).not.toContain(line);
  }
});

test('a certificate without its key, or a key alone, is half of it', () => {
  for (const half of [{ CENTRAL_TLS_CERT_FILE: cert }, { CENTRAL_TLS_KEY_FILE: key }]) {
    expect(() => readConfig(half)).toThrow('belong together');
  }
});

test.each(['loopback', '10.0.0.11', '10.0.0.0/24, ::1', 'fd00::/8,uniquelocal'])(
  'proxies that may be trusted: %s',
  (text) => {
    expect(readConfig({ CENTRAL_TRUST_PROXY: text }).trustProxy).toBe(text);
  },
);

test.each([
  ['true', 'true'],
  ['1', '1'],
  ['proxy.internal', 'proxy.internal'],
  ['10.0.0.0/24,', ''],
  ['10.0.0.0/33', '10.0.0.0/33'],
  ['10.0.0.0/0', '10.0.0.0/0'],
  ['loopback, 10.0.0', '10.0.0'],
  ['::1/129', '::1/129'],
])('a proxy that is no address ends the start: %s', (text, part) => {
  expect(() => readConfig({ CENTRAL_TRUST_PROXY: text })).toThrow(
    `CENTRAL_TRUST_PROXY has "${part}"`,
  );
});

test('nobody is trusted who was not named', () => {
  expect(readConfig({}).trustProxy).toBe(false);
});
