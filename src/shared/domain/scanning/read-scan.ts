import { assertNever } from '../../lib/assert.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { UnixMs } from '../../lib/time.ts';
import { identifySymbology } from './aim.ts';
import { readDigitalLink } from './digital-link.ts';
import { readElements } from './gs1.ts';
import {
  type Gs1Elements,
  groupSeparator,
  humanReadable,
  splitElementString,
} from './gs1-elements.ts';
import { maxScanLength, type Refusal, refuse, type ScannedData } from './scanned-data.ts';
import { gtin14Of, gtin14OfUpcE, readGtin } from './trade-item-number.ts';

/** What reading a code needs to know besides its text. */
export interface ReadOptions {
  /** Today: tells the century of dates with a year of two digits. */
  readonly at: UnixMs;
  /** Whether FNC1 arrives as a group separator; false when it may have been lost. DEV-71. */
  readonly separators?: boolean;
}

/** Everything but the group separator, which is FNC1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const controls = /[\u0000-\u001c\u001e\u001f\u007f-\u009f]/g;

/**
 * What one scanned code says, or why it is none. By its AIM identifier where the scanner sends it, else
 * by what it looks like. DEV-64 to DEV-71.
 */
export function readScan(frame: string, options: ReadOptions): Result<ScannedData, Refusal> {
  if (frame.length > maxScanLength) return refuse('tooLong', 'too long');
  const { symbology, data } = identifySymbology(withoutControls(frame));
  const text = withoutSeparators(data);
  if (text === '') return refuse('empty', 'there is nothing in it');
  switch (symbology.kind) {
    case 'ean13':
      return readEan13(text);
    case 'ean8':
      return readNumber(text, /^[0-9]{8}$/);
    case 'eanWithAddOn':
      return readWithAddOn(text);
    case 'addOn':
      return refuse('addOnAlone', 'an add-on without its code');
    case 'itf':
      return /^[0-9]{14}$/.test(text) ? readNumber(text, /^[0-9]{14}$/) : ok({ text });
    case 'elements':
      return readElementString(data, options, true);
    case 'text':
      return readText(text, options);
    case 'unknown':
      return readUnknown(data, text, options);
    default:
      return assertNever(symbology.kind);
  }
}

/**
 * `]E0`: 13 digits; 12 from scanners that send UPC-A as it is printed; 8 from those that send UPC-E as
 * it is printed. DEV-66.
 */
function readEan13(text: string): Result<ScannedData, Refusal> {
  if (!/^[01][0-9]{7}$/.test(text)) return readNumber(text, /^[0-9]{12,13}$/);
  const gtin14 = gtin14OfUpcE(text);
  if (gtin14 === null) return refuse('wrongCheckDigit', 'the check digit of a UPC-E is wrong');
  return ok({ text, gtin14 });
}

/** The code without its two or five digits beside it: they say the issue, not the item. */
function readWithAddOn(text: string): Result<ScannedData, Refusal> {
  const [, digits] = /^([0-9]{12,13})(?:[0-9]{2}|[0-9]{5})$/.exec(text) ?? [];
  if (digits === undefined) return refuse('wrongForm', 'no EAN or UPC with an add-on');
  // 17 digits are 12 and 5, 15 are 13 and 2, 14 are 12 and 2, 18 are 13 and 5: never both.
  return readNumber(digits, /^[0-9]+$/);
}

function readNumber(text: string, shape: RegExp): Result<ScannedData, Refusal> {
  if (!shape.test(text)) return refuse('wrongForm', 'no number of the length that it says');
  const gtin14 = readGtin(text);
  return gtin14.ok ? ok({ text, gtin14: gtin14.value }) : gtin14;
}

function readElementString(
  data: string,
  { at, separators = true }: ReadOptions,
  skipUnknown: boolean,
): Result<ScannedData, Refusal> {
  const elements = splitElementString(data, { skipUnknown, separators });
  if (!elements.ok) return elements;
  const text = separators ? humanReadable(elements.value) : withoutSeparators(data);
  if (text.length > maxScanLength) return refuse('tooLong', 'too many elements');
  return withElements(text, elements.value, at);
}

function withElements(
  text: string,
  elements: Gs1Elements,
  at: UnixMs,
): Result<ScannedData, Refusal> {
  const read = readElements(elements, at);
  return read.ok ? ok({ text, ...read.value }) : err(read.error);
}

/** What somebody wrote: a Digital Link, a trade item number without its own symbology, or just text. */
function readText(text: string, { at }: ReadOptions): Result<ScannedData, Refusal> {
  const link = readDigitalLink(text);
  if (link !== null) return link.ok ? withElements(text, link.value, at) : link;
  const gtin14 = gtin14Of(text);
  return ok(gtin14 === null ? { text } : { text: text.replace(/[\s-]/g, ''), gtin14 });
}

/** Without an identifier: the scanner does not send it, or somebody typed. DEV-67. */
function readUnknown(
  data: string,
  text: string,
  options: ReadOptions,
): Result<ScannedData, Refusal> {
  if (/^(?:[0-9]{8}|[0-9]{12,14})$/.test(text)) {
    // A code that begins with 0 is rather a UPC-E than a GTIN-8, which are stores' own numbers there.
    const upcE = text.startsWith('0') ? gtin14OfUpcE(text) : null;
    return upcE === null ? readNumber(text, /^[0-9]+$/) : ok({ text, gtin14: upcE });
  }
  const hasSeparator = data.includes(groupSeparator);
  if (hasSeparator || /^01[0-9]{14}/.test(text)) {
    const { separators = true } = options;
    const read = readElementString(
      data,
      { ...options, separators: separators || hasSeparator },
      false,
    );
    // No other code has a separator: a string that has one and cannot be read is a misread.
    if (read.ok || hasSeparator) return read;
  }
  return readText(text, options);
}

/** A separator in front of the identifier is noise; in front of data it says that it is GS1's. */
const withoutControls = (frame: string) =>
  frame.replace(controls, '').trim().replace(strayFnc1, '');
// biome-ignore lint/suspicious/noControlCharactersInRegex: the separator is one
const strayFnc1 = /^\u001d+(?=\])/;

const withoutSeparators = (data: string) => data.replaceAll(groupSeparator, '').trim();
