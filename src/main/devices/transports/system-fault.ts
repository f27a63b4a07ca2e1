import { TransportError, type TransportFault } from './transport.ts';

const faults: ReadonlyMap<string, TransportFault> = new Map([
  ['ENOENT', 'notFound'],
  ['ENOTDIR', 'notFound'],
  ['ENXIO', 'notFound'],
  ['ENODEV', 'notFound'],
  ['EACCES', 'noPermission'],
  ['EPERM', 'noPermission'],
  ['EBUSY', 'inUse'],
  ['ECONNREFUSED', 'notFound'],
  ['EHOSTUNREACH', 'notFound'],
  ['EHOSTDOWN', 'notFound'],
  ['ENETUNREACH', 'notFound'],
  ['ENETDOWN', 'notFound'],
  ['ENOTFOUND', 'notFound'],
  ['EAI_AGAIN', 'notFound'],
  ['ETIMEDOUT', 'notFound'],
  ['ECONNRESET', 'notFound'],
  ['EPIPE', 'notFound'],
]);

/** The serial driver tells no codes, only what the system said; the last two are Windows and macOS. */
const wordings: readonly (readonly [RegExp, TransportFault])[] = [
  [/no such (file|device)/i, 'notFound'],
  [/permission denied|operation not permitted/i, 'noPermission'],
  [/cannot lock port|resource busy/i, 'inUse'],
  [/file not found|device not configured/i, 'notFound'],
  [/access (is )?denied/i, 'inUse'],
];

/** The system's code of an error, such as `ENOENT`; null when it has none. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** Whatever a driver threw, as the transports' error; `address` stands at the beginning of its message. */
export function transportErrorOf(address: string, error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new TransportError(faultOf(error, said), `${address}: ${said}`);
}

function faultOf(error: unknown, said: string): TransportFault {
  const known = faults.get(systemCode(error) ?? '');
  return known ?? wordings.find(([wording]) => wording.test(said))?.[1] ?? 'failed';
}
