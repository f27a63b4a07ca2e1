import { ok, type Result } from '../../lib/result.ts';
import { normalizeGtin } from '../catalog/gtin.ts';
import { identifierFormat, identifierLength, predefinedLength } from './gs1-identifiers.ts';
import { type Refusal, refuse } from './scanned-data.ts';

/** FNC1 as scanners send it between elements: the ASCII group separator. */
export const groupSeparator = '\u001d';

/** One GS1 element: what it is about, and its data. */
export interface Gs1Element {
  /** The application identifier, e.g. `01`. */
  readonly identifier: string;
  readonly data: string;
}

/**
 * Elements by their identifier, in the order of the code. The same element twice counts once; two
 * different ones of the same identifier are a contradiction.
 */
export type Gs1Elements = ReadonlyMap<string, string>;

/** How sure it is that a text is an element string, and that its separators were kept. */
export interface SplitOptions {
  /**
   * Whether identifiers that GS1 has not assigned, as far as we know, are stepped over. True when the
   * symbol says that it holds GS1 data; a guess of ours must fit to the last character.
   */
  readonly skipUnknown: boolean;
  /**
   * False when the separators may have been lost on the way: reading stops at the first element that
   * would need one, because nobody can tell where it ends.
   */
  readonly separators: boolean;
}

/**
 * Splits a GS1 element string. Separators in front, at the end, twice, or behind an element that needs
 * none are harmless; everything else that the GS1 General Specifications (3.2, 7.8) do not allow is
 * refused.
 */
export function splitElementString(
  scanned: string,
  { skipUnknown, separators }: SplitOptions,
): Result<Gs1Elements, Refusal> {
  const elements = new Map<string, string>();
  for (let rest = withoutSeparators(scanned); rest !== ''; rest = withoutSeparators(rest)) {
    const length = identifierLength(rest.slice(0, 2));
    if (length === null) {
      return refuse('unknownIdentifier', 'no GS1 identifier begins like this');
    }
    const identifier = rest.slice(0, length);
    if (!/^[0-9]+$/.test(identifier) || identifier.length < length) {
      return refuse('unknownIdentifier', 'a GS1 identifier is cut off');
    }
    const isKnown = identifierFormat(identifier) !== null;
    const fixed = predefinedLength(rest.slice(0, 2));
    if (fixed === null && !separators && (isKnown || skipUnknown)) break;
    const separatorAt = rest.indexOf(groupSeparator);
    const end = fixed ?? (separatorAt < 0 ? rest.length : separatorAt);
    const data = rest.slice(length, end);
    rest = rest.slice(end);

    if (!isKnown && skipUnknown) continue;
    const added = addElement(elements, { identifier, data });
    if (!added.ok) return added;
  }
  return elements.size === 0 ? refuse('empty', 'there is no GS1 element') : ok(elements);
}

/** Puts one more element to the others, if its data is what its identifier says. */
export function addElement(
  elements: Map<string, string>,
  { identifier, data }: Gs1Element,
): Result<Gs1Elements, Refusal> {
  const format = identifierFormat(identifier);
  if (format === null) {
    return refuse('unknownIdentifier', `(${identifier}) is no GS1 identifier that we know`);
  }
  if (!format.pattern.test(data)) {
    return refuse('wrongForm', `the data of (${identifier}) has the wrong length or characters`);
  }
  if (format.isGtin && !normalizeGtin(data.slice(0, 14)).ok) {
    return refuse('wrongCheckDigit', `the check digit of (${identifier}) is wrong`);
  }
  const known = elements.get(identifier);
  if (known !== undefined && known !== data) {
    return refuse('contradiction', `(${identifier}) is there twice, with different data`);
  }
  return ok(elements.set(identifier, data));
}

/** As people read it: identifiers in brackets (GS1 General Specifications, 4.14). */
export function humanReadable(elements: Gs1Elements): string {
  return [...elements].map(([identifier, data]) => `(${identifier})${data}`).join('');
}

function withoutSeparators(text: string): string {
  let start = 0;
  while (text[start] === groupSeparator) start += 1;
  return text.slice(start);
}
