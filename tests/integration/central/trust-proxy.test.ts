import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { serveCentral } from '#central/serve.ts';
import { generateDeviceKey } from '#main/sync/device-key.ts';
import { startTestPostgres } from '../../helpers/central.ts';
import { signatureHeaders } from '../../helpers/signed-request.ts';

const postgres = startTestPostgres();
/** Tries to enrol that one address has in a minute (ENR-6). */
const tries = 10;
const key = generateDeviceKey();
const guesser = { key, keyId: key.publicKey };

/** A backend that believes these proxies, asked from this machine; how often `from` is let try. */
async function behind(trusted: string) {
  const running = await serveCentral(
    readConfig({
      DATABASE_URL: postgres(),
      CENTRAL_PORT: '0',
      CENTRAL_LOG_LEVEL: 'silent',
      CENTRAL_TRUST_PROXY: trusted,
    }),
  );
  onTestFinished(() => running.close());
  const statusOf = async (from: string): Promise<number> => {
    // A guess counts when it is signed; this one is none for want of a body.
    const signed = signatureHeaders(guesser, { target: '/v1/enrolments' });
    const headers = { 'x-forwarded-for': from, 'content-type': 'application/json', ...signed };
    const answer = await fetch(`${running.url}/v1/enrolments`, { method: 'POST', headers });
    await answer.body?.cancel();
    return answer.status;
  };
  return {
    async letTry(from: (attempt: number) => string): Promise<number> {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < tries + 3; attempt += 1) {
        statuses.push(await statusOf(from(attempt)));
      }
      const admitted = statuses.filter((status) => status !== 429);
      // Once it is refused it stays so.
      expect(statuses.slice(0, admitted.length)).toEqual(admitted);
      return admitted.length;
    },
  };
}

test('ENR-6 behind a trusted proxy the client’s address is counted, and not the proxy’s', async () => {
  const { letTry } = await behind('loopback');
  expect(await letTry(() => '203.0.113.1')).toBe(tries);
  expect(await letTry(() => '203.0.113.2')).toBe(tries);
});

test('ENR-6 what a client itself says that it was forwarded for makes it nobody else', async () => {
  const { letTry } = await behind('127.0.0.0/8');
  expect(await letTry((attempt) => `198.51.100.${attempt}, 203.0.113.3`)).toBe(tries);
  expect(await letTry(() => '203.0.113.3')).toBe(0);
});

test.each([
  ['nobody', ''],
  ['another proxy', '10.0.0.0/24'],
])(
  'ENR-6 when %s is trusted, the address that the request came from is counted',
  async (_, trusted) => {
    const { letTry } = await behind(trusted);
    expect(await letTry((attempt) => `203.0.113.${attempt}`)).toBe(tries);
    expect(await letTry(() => '203.0.113.200')).toBe(0);
  },
);
