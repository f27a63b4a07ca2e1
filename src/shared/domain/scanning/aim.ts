/** How the data of a symbology is to be read. */
type DataKind =
  /** One trade item number with a check digit: EAN-13, EAN-8, UPC-A, UPC-E, with or without add-on. */
  | 'ean13'
  | 'ean8'
  | 'eanWithAddOn'
  | 'addOn'
  /** Interleaved 2 of 5, of which fourteen digits are a GTIN-14 (ITF-14). */
  | 'itf'
  /** GS1 element strings. */
  | 'elements'
  /** Whatever somebody wrote. */
  | 'text'
  /** The scanner does not say. */
  | 'unknown';

interface Symbology {
  /** For people, e.g. `GS1 DataMatrix`. */
  readonly name: string;
  readonly kind: DataKind;
  /** The scanner follows the ECI protocol: `\` is doubled, and `\` with six digits tells a character set. */
  readonly eci?: boolean;
}

/** What a code holds, and what its symbology says of it. */
export interface IdentifiedData {
  readonly symbology: Symbology;
  /** What follows the identifier. */
  readonly data: string;
}

const unknown: Symbology = { name: 'not told', kind: 'unknown' };
const text = (name: string): Symbology => ({ name, kind: 'text' });

/** Of the code letters of ISO/IEC 15424, those whose data is text whatever the modifier. */
const textByLetter: Readonly<Record<string, Symbology>> = {
  A: text('Code 39'),
  B: text('Telepen'),
  C: text('Code 128'),
  D: text('Code One'),
  F: text('Codabar'),
  G: text('Code 93'),
  H: text('Code 11'),
  J: text('DotCode'),
  K: text('Code 16K'),
  L: text('PDF417'),
  M: text('MSI'),
  N: text('Anker'),
  O: text('Codablock'),
  P: text('Plessey'),
  Q: text('QR Code'),
  R: text('Straight 2 of 5'),
  S: text('Straight 2 of 5'),
  T: text('Code 49'),
  U: text('MaxiCode'),
  X: text('another code'),
  d: text('Data Matrix'),
  h: text('Han Xin Code'),
  o: text('OCR'),
  z: text('Aztec Code'),
};

/** Code letter and modifier, where the modifier changes how the data is to be read. */
const byLetterAndModifier: Readonly<Record<string, Symbology>> = {
  E0: { name: 'EAN-13, UPC-A or UPC-E', kind: 'ean13' },
  E1: { name: 'two-digit add-on', kind: 'addOn' },
  E2: { name: 'five-digit add-on', kind: 'addOn' },
  E3: { name: 'EAN/UPC with add-on', kind: 'eanWithAddOn' },
  E4: { name: 'EAN-8', kind: 'ean8' },
  I0: { name: 'Interleaved 2 of 5', kind: 'itf' },
  I1: { name: 'Interleaved 2 of 5, checked', kind: 'itf' },
  // The check digit was checked and left out: what is left is no GTIN any more.
  I3: text('Interleaved 2 of 5, without its check digit'),
  C1: { name: 'GS1-128', kind: 'elements' },
  J1: { name: 'GS1 DotCode', kind: 'elements' },
  Q2: { name: 'QR Code', kind: 'text', eci: true },
  Q3: { name: 'GS1 QR Code', kind: 'elements' },
  Q4: { name: 'GS1 QR Code', kind: 'elements', eci: true },
  Q6: { name: 'QR Code', kind: 'text', eci: true },
  d2: { name: 'GS1 DataMatrix', kind: 'elements' },
  d4: { name: 'Data Matrix', kind: 'text', eci: true },
  d5: { name: 'GS1 DataMatrix', kind: 'elements', eci: true },
  d6: { name: 'Data Matrix', kind: 'text', eci: true },
  e0: { name: 'GS1 DataBar', kind: 'elements' },
  e1: { name: 'GS1 Composite', kind: 'elements' },
  e2: { name: 'GS1 Composite', kind: 'elements' },
};

/**
 * Takes the AIM symbology identifier off that a scanner puts in front of the data: `]`, a code letter
 * and a modifier (ISO/IEC 15424; GS1 General Specifications, 5.1.2). Text that begins
 * with `]` and is no identifier that we know is all data.
 */
export function identifySymbology(scanned: string): IdentifiedData {
  const [, letter = '', modifier = ''] = /^\]([A-Za-z])([0-9A-Za-z])/.exec(scanned) ?? [];
  // Own members only: `constructor` is a word that somebody may print.
  const symbology =
    ownMember(byLetterAndModifier, letter + modifier) ?? ownMember(textByLetter, letter);
  if (symbology === null) return { symbology: unknown, data: scanned };
  const data = scanned.slice(3);
  return { symbology, data: symbology.eci === true ? withoutEci(data) : data };
}

function ownMember<T>(table: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

/** Undoes the ECI protocol; the bytes were read as UTF-8 or Latin-1 already. */
function withoutEci(data: string): string {
  return data.replace(/\\(\\|[0-9]{6})/g, (_, what: string) => (what === '\\' ? '\\' : ''));
}
