import { isIP } from 'node:net';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isPublicAddress } from './private-addresses.ts';

/**
 * Whether events may be sent to this address: https without credentials and fragment, and no host that is
 * plainly inside. `privateAllowed` lets hosts inside be named, and plain http to this machine. What a name
 * stands for is checked with each connection. EVO-31
 */
export function checkEndpointUrl(
  text: string,
  { privateAllowed }: { readonly privateAllowed: boolean },
): Result<URL, Fault<'webhook.url_refused'>> {
  const refused = (why: string) => err(fault('webhook.url_refused', `The URL ${why}`));
  if (!URL.canParse(text)) return refused('is none');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refused('carries credentials');
  if (url.hash !== '') return refused('has a fragment');
  const host = hostOf(url);
  const plain = url.protocol === 'http:' && privateAllowed && isLoopback(host);
  if (url.protocol !== 'https:' && !plain) return refused('is not https');
  if (!privateAllowed && (isLoopback(host) || (isIP(host) !== 0 && !isPublicAddress(host)))) {
    return refused('leads into a private network');
  }
  return ok(url);
}

/** The host's name or address, without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  );
}
