import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { type KioskWithLine, kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';
import { tracesInFiles } from '../../helpers/store-traces.ts';

const central = startTestCentral();
const store = 'berlin';
afterEach(() => vi.restoreAllMocks());

/** Everything that this process sends from now on, as it can be read on the way. */
function overheard(): readonly Buffer[] {
  const sent: Buffer[] = [];
  const { fetch: send } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const headers = new Headers(init?.headers);
    const body = Buffer.from((init?.body as Uint8Array | undefined) ?? []);
    const plain = headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body;
    sent.push(Buffer.from(`${String(input)}\n${JSON.stringify([...headers])}\n`), body, plain);
    return send(input, init);
  });
  return sent;
}

/** The kiosk's key, and every form in which its private half could stand somewhere. */
function secretsOf({ file, opened }: KioskWithLine) {
  const link = required(opened.centralLinks.link(), 'a link to head office');
  const opener = fileSecretBox(`${file}.key`);
  const pkcs8 = Buffer.from(required(opener.open(link.sealedKey), 'the key of this device'));
  // RFC 8410: the 32 bytes of the key stand at the end.
  const seed = pkcs8.subarray(-32);
  const forms = [pkcs8, seed].flatMap((bytes) => [
    bytes,
    ...(['hex', 'base64', 'base64url'] as const).map((coding) =>
      Buffer.from(bytes.toString(coding).replace(/=+$/, '')),
    ),
  ]);
  return { sealed: Buffer.from(link.sealedKey).toString('base64'), forms };
}

test('ENR-7 the private key is in nothing that is sent, and lies on disk sealed only', async () => {
  const kiosk = kioskWithLine(central, store);
  const sent = overheard();
  const line = await kiosk.enrol();
  const first = secretsOf(kiosk);
  for (let sale = 0; sale < 20; sale += 1) kiosk.tell(completedOrder({ store }));
  await line.now();
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0 });
  await revokeDevice(central.db, line.status().central?.deviceId ?? '', new Date());
  await line.now();
  await (await kiosk.enrol()).now();
  const second = secretsOf(kiosk);
  expect(second.sealed).not.toBe(first.sealed);

  // The search itself works: the public half is sent, and what is sealed is in the store's file.
  const text = Buffer.concat(sent);
  expect(text.includes('"publicKey":"')).toBe(true);
  expect(text.includes('"sentAtMs":')).toBe(true);
  expect(tracesInFiles(dirname(kiosk.file), [second.sealed]).length).toBeGreaterThan(0);
  for (const { forms } of [first, second]) {
    expect(forms.filter((form) => text.includes(form))).toEqual([]);
    expect(tracesInFiles(dirname(kiosk.file), forms)).toEqual([]);
  }
});
