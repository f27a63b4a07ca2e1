import type { ErrorCode } from '#shared/lib/errors.ts';
import { latinDigits } from '#shared/lib/latin-digits.ts';

/** An enrolment while somebody types it. */
export interface EnrolDraft {
  /** As they were typed. */
  readonly address: string;
  readonly code: string;
}

/** What is wrong, by field, as keys of the texts; `form` belongs to neither. */
export type EnrolProblems = Readonly<Partial<Record<'address' | 'code' | 'form', string>>>;

const codeLength = 10;
const groupLength = 5;
const longestUrl = 300;
const wholeUrl = /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/;
const wholeCode = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;
const withScheme = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/i;
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$)/i;

/** The address that was meant: encrypted unless it says otherwise or is on this machine. */
export function urlOf({ address }: EnrolDraft): string {
  const typed = address.trim();
  const [, scheme, place = typed] = withScheme.exec(typed) ?? [];
  const host = place.replace(/\/+$/, '');
  if (scheme !== undefined) return `${scheme.toLowerCase()}${host}`;
  if (host === '') return '';
  return `${loopback.test(host) ? 'http' : 'https'}://${host}`;
}

/** Whether everything between this kiosk and that address can be read by others on the way. */
export function isUnencrypted(url: string): boolean {
  return /^http:\/\//i.test(url) && !loopback.test(url.slice('http://'.length));
}

/**
 * The code that was meant, as `7K4QX-2M9TB`. Its alphabet is Crockford's base 32, which reads O as 0, and I
 * and L as 1 (https://www.crockford.com/base32.html).
 */
export function codeOf({ code }: EnrolDraft): string {
  const plain = latinDigits(code)
    .replaceAll(separators, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return grouped(plain);
}

const separators = /[\s\-–—－_.]/g;

function grouped(plain: string): string {
  return plain.length > groupLength
    ? `${plain.slice(0, groupLength)}-${plain.slice(groupLength)}`
    : plain;
}

/**
 * What the field shows after something was typed: in two groups. Only while the code is typed at its end
 * or is whole: elsewhere the cursor would jump.
 */
export function typedCode(before: string, typed: string): string {
  const plain = typed.replaceAll(separators, '');
  // An input method that writes in full width is not interrupted.
  if (latinDigits(typed) !== typed) return typed;
  const isAtEnd = typed.length > before.length && typed.startsWith(before);
  return isAtEnd || plain.length === codeLength ? grouped(plain) : typed;
}

export function problemsOf(draft: EnrolDraft): EnrolProblems {
  const url = urlOf(draft);
  const code = codeOf(draft);
  const address =
    url === ''
      ? 'headOffice.form.addressMissing'
      : wholeUrl.test(url) && URL.canParse(url) && url.length <= longestUrl
        ? null
        : 'headOffice.form.addressOdd';
  const wrongCode = code === '' ? 'headOffice.form.codeMissing' : 'headOffice.form.codeOdd';
  return {
    ...(address === null ? {} : { address }),
    ...(wholeCode.test(code) ? {} : { code: wrongCode }),
  };
}

/** Where it is said why head office did not let the kiosk in. */
export function refusalPlace(code: ErrorCode): keyof EnrolProblems {
  switch (code) {
    case 'enrolment.code_invalid':
    case 'request.too_many':
      return 'code';
    case 'central.unavailable':
    case 'central.refused':
      return 'address';
    default:
      return 'form';
  }
}
