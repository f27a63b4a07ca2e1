import { Check } from 'typebox/value';
import { base32Alphabet } from '../../lib/base32.ts';
import { crc32 } from '../../lib/crc32.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Selection } from '../customization/design.ts';
import { readDesignCode } from '../customization/design-code.ts';
import { CardAllergies, CardContent } from './card-content.ts';

/** What the QR code of a formula card says. */
export interface CardText extends CardContent {
  readonly allergies: readonly string[];
}

/** Why a text is no card: it says it is one and is torn, or it is of a release that we do not know yet. */
export type CardRefusal = 'damaged' | 'newer';

const version = 1;
const checkSymbols = 7;
const anyCard = /^BB(\d{1,3})\*/;

/** Whether a scanned text means to be a formula card, of whatever release. */
export function isCardText(text: string): boolean {
  return anyCard.test(text.trim().toUpperCase());
}

/**
 * The text of a card's QR code, in the 45 characters that a QR code packs most tightly (ISO/IEC 18004,
 * alphanumeric). CRD-10, CRD-11.
 */
export function writeCardText({ code, sku, design, leftOut, allergies }: CardText): string {
  const chosen = Object.entries(design.selections).map(
    ([group, selection]) => `${packed(group)}:${packedSelection(selection)}`,
  );
  const fields = [
    `BB${version}`,
    code,
    packed(sku),
    packed(design.template),
    ...chosen,
    ...leftOut.map((group) => `${packed(group)}:`),
    ...(allergies.length === 0 ? [] : [allergies.map((id) => `+${packed(id)}`).join('')]),
  ];
  const text = `${fields.join('*')}*`;
  return `${text}${checkOf(text)}`;
}

/** Reads what a scanner sent, in capitals or not. What comes out is of the form that is stored. CRD-12 */
export function readCardText(scanned: string): Result<CardText, CardRefusal> {
  const text = scanned.trim().toUpperCase();
  const [, of] = anyCard.exec(text) ?? [];
  if (of === undefined) return err('damaged');
  if (Number(of) !== version) return err('newer');
  const signed = text.slice(0, -checkSymbols);
  if (text.slice(-checkSymbols) !== checkOf(signed) || !signed.endsWith('*')) return err('damaged');
  const [, code = '', sku = '', template = '', ...rest] = signed.slice(0, -1).split('*');
  const selections = new Map<string, Selection>();
  const leftOut: string[] = [];
  const allergies: string[] = [];
  for (const field of rest) {
    if (field.startsWith('+')) {
      allergies.push(...list(field));
      continue;
    }
    const [group = '', value, ...more] = field.split(':');
    const id = unpacked(group);
    if (value === undefined || more.length > 0 || selections.has(id)) return err('damaged');
    if (value === '') leftOut.push(id);
    else selections.set(id, unpackedSelection(value));
  }
  const content = {
    code,
    sku: unpacked(sku),
    design: { template: unpacked(template), selections: Object.fromEntries(selections) },
    leftOut,
  };
  const isSound =
    readDesignCode(code) === code && Check(CardContent, content) && Check(CardAllergies, allergies);
  return isSound ? ok({ ...content, allergies }) : err('damaged');
}

/** Lower case becomes upper case, which ids never have; SKUs mark it, and what QR codes lack. */
function packed(id: string): string {
  if (!/[A-Z]/.test(id)) return id.toUpperCase().replaceAll('_', '$-');
  return `%${id.replace(/[a-z_]/g, (letter) => (letter === '_' ? '$-' : `$${letter.toUpperCase()}`))}`;
}

function unpacked(text: string): string {
  const plain = (letter: string) => (letter === '-' ? '_' : letter.toLowerCase());
  const marked = (part: string) =>
    part.replace(/\$([A-Z-])/g, (_, letter: string) => plain(letter));
  return text.startsWith('%') ? marked(text.slice(1)) : marked(text).toLowerCase();
}

function packedSelection(selection: Selection): string {
  if (typeof selection === 'number') return `%${selection}`;
  if (typeof selection === 'string') return packed(selection);
  return selection.length === 0 ? '+' : selection.map((id) => `+${packed(id)}`).join('');
}

function unpackedSelection(value: string): Selection {
  if (/^%\d{1,9}$/.test(value)) return Number(value.slice(1));
  return value.startsWith('+') ? list(value) : unpacked(value);
}

function list(value: string): string[] {
  return value === '+' ? [] : value.slice(1).split('+').map(unpacked);
}

function checkOf(text: string): string {
  let left = crc32(text);
  let check = '';
  for (let symbol = 0; symbol < checkSymbols; symbol += 1) {
    check = base32Alphabet.charAt(left & 31) + check;
    left >>>= 5;
  }
  return check;
}
