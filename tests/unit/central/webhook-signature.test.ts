import { expect, test } from 'vitest';
import { newSecret, secretText, signatureHeaders } from '#central/core/webhooks/sign-webhook.ts';

// From the tests of the libraries for Standard Webhooks.
const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  body: '{"test": 2432232314}',
  at: new Date(1_614_265_330_000),
};
const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');

test('EVO-40 a body is signed as Standard Webhooks does it', () => {
  expect(signatureHeaders(message, [secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('EVO-42 while secrets change there is a signature with each, the newest first', () => {
  const next = newSecret();
  const [only] = [signatureHeaders(message, [next])['webhook-signature']];
  expect(signatureHeaders(message, [next, secret])['webhook-signature']).toBe(
    `${only} v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=`,
  );
});

test('EVO-41 a secret has 256 bits, is told in base64 behind whsec_, and is never the same', () => {
  expect(secretText(secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const secrets = Array.from({ length: 50 }, () => secretText(newSecret()));
  for (const text of secrets) expect(Buffer.from(text.slice(6), 'base64')).toHaveLength(32);
  expect(new Set(secrets).size).toBe(50);
});
