import { isIP } from 'node:net';

const names = new Set(['loopback', 'linklocal', 'uniquelocal']);

/**
 * Whose `X-Forwarded-For` is believed, as Fastify's `trustProxy` takes it.
 * @throws Error that names the setting and the part of it that is wrong.
 */
export function checkedProxies(text: string): string {
  const wrong = text
    .split(',')
    .map((part) => part.trim())
    .find((part) => !names.has(part) && !isNetwork(part));
  if (wrong === undefined) return text;
  throw new Error(
    `CENTRAL_TRUST_PROXY has "${wrong}"; it is made of addresses, networks (10.0.0.0/24), ${[...names].join(', ')}`,
  );
}

function isNetwork(text: string): boolean {
  const [, address = '', prefix = '1'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128);
}
