/** A code as a scanner sends it, and what it has to be read as; `null`: it has to be refused. */
export interface SentCode {
  readonly bytes: Uint8Array;
  readonly read: ReadCode | null;
}

interface ReadCode {
  readonly text: string;
  readonly gtin14?: string;
  readonly lot?: string;
  readonly expiresOn?: string;
  readonly serial?: string;
  readonly price?: {
    readonly digits: number;
    readonly decimals: number;
    readonly currency?: string;
  };
}

type Random = () => number;

const gs = '\u001d';
/** Character set 82 of the GS1 General Specifications. */
const set82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const words = [
  'Crème',
  'Lippenstift',
  '口红',
  'Ünî€',
  'rouge à lèvres',
  'помада',
  'a b c',
  '~#{}[]|',
];

/**
 * The code number `serial` of a run: no two are alike. Made from its parts, so that what is expected owes
 * nothing to the code under test. One in five is wrong in a way that has to be found.
 */
export function makeCode(random: Random, serial: number): SentCode {
  const wrong = random() < 0.2;
  switch (
    pick(random, ['number', 'number', 'upcE', 'elements', 'elements', 'link', 'text', 'latin1'])
  ) {
    case 'number':
      return makeNumber(random, serial, wrong);
    case 'upcE':
      return makeUpcE(random, serial, wrong);
    case 'elements':
      return makeElements(random, serial, wrong);
    case 'link':
      return makeLink(random, serial, wrong);
    case 'latin1': {
      const text = `${pick(random, ['Crème', 'Größe', 'açaí', 'ÿ'])} ${serial}`;
      return { bytes: Buffer.from(text, 'latin1'), read: { text } };
    }
    default: {
      const text = `${pick(random, words)}/${serial}`;
      return sent(pick(random, ['', ']Q1', ']C0', ']d1', ']A0', ']L0']) + text, { text });
    }
  }
}

/** EAN-13, EAN-8, UPC-A or ITF-14, with or without identifier. */
function makeNumber(random: Random, serial: number, wrong: boolean): SentCode {
  const [digits, prefixes] = pick(random, [
    [13, ['', ']E0']],
    [12, ['', ']E0']],
    [14, ['', ']I1', ']I0']],
    [8, ['', ']E4']],
  ] as const);
  // Its first digit is never 0, which would make an EAN-8 a UPC-E, and an EAN-13 a UPC-A.
  const body = `${1 + below(random, 9)}${padded(serial, digits - 2)}`;
  const text = body + checkDigit(body);
  const prefix = pick(random, prefixes);
  if (wrong) return sent(prefix + spoilDigit(random, text, 1), null);
  return sent(prefix + text, { text, gtin14: text.padStart(14, '0') });
}

/** UPC-E as it is printed; the last of its six digits, 5 to 9, leaves out four zeros. */
function makeUpcE(random: Random, serial: number, wrong: boolean): SentCode {
  const maker = padded(serial, 5);
  const last = 5 + below(random, 5);
  const body = `0${maker}0000${last}`;
  const check = Number(checkDigit(body));
  const printed = `0${maker}${last}`;
  if (wrong) return sent(`]E0${printed}${(check + 1 + below(random, 9)) % 10}`, null);
  const text = `${printed}${check}`;
  return sent(`]E0${text}`, { text, gtin14: `00${body}${check}` });
}

function makeElements(random: Random, serial: number, wrong: boolean): SentCode {
  const body = padded(serial * 7, 13);
  const gtin14 = body + checkDigit(body);
  const lot = `${word(random, 8)}-${serial}`;
  const { yymmdd, expiresOn } = makeDate(random);
  const serialNumber = word(random, 20);
  const digits = below(random, 1_000_000);
  const decimals = below(random, 10);
  const parts: (readonly [identifier: string, data: string, endless: boolean])[] = [
    ['01', gtin14, false],
    ['17', yymmdd, false],
    ['10', lot, true],
    ['21', serialNumber, true],
    [`393${decimals}`, `978${digits}`, true],
  ];
  if (random() < 0.5) parts.reverse();
  if (wrong) {
    const spoilt = pick(random, [0, 1, 2]);
    const index = parts.findIndex(([identifier]) => identifier === ['01', '17', '10'][spoilt]);
    const [identifier, data, endless] = parts[index] ?? ['', '', false];
    const worse = [spoilDigit(random, data), data.replace(/..(..)$/, '13$1'), data.padEnd(21, 'X')];
    parts[index] = [identifier, worse[spoilt] ?? '', endless];
  }
  const text = parts.map(([identifier, data]) => `(${identifier})${data}`).join('');
  const element = parts.map(([identifier, data, endless], at) => {
    const isLast = at === parts.length - 1;
    // Where none is needed there may be one.
    const separator = isLast ? random() < 0.1 : endless || random() < 0.1;
    return `${identifier}${data}${separator ? gs : ''}`;
  });
  const prefix = pick(random, [']C1', ']d2', ']Q3', ']e0', gs]);
  return sent(
    prefix + element.join(''),
    wrong
      ? null
      : {
          text,
          gtin14,
          lot,
          expiresOn,
          serial: serialNumber,
          price: { digits, decimals, currency: '978' },
        },
  );
}

function makeLink(random: Random, serial: number, wrong: boolean): SentCode {
  const body = padded(serial * 11, 13);
  const gtin14 = body + checkDigit(body);
  const lot = word(random, 12);
  const { yymmdd, expiresOn } = makeDate(random);
  const shown = wrong ? spoilDigit(random, gtin14) : gtin14;
  const text = `https://example.com/p/01/${shown}/10/${encodeURIComponent(lot)}?17=${yymmdd}&s=${serial}`;
  return sent(
    pick(random, ['', ']Q1', ']d1']) + text,
    wrong ? null : { text, gtin14, lot, expiresOn },
  );
}

/** From 2020 to 2049; seen from 2025 all of them in this century. */
function makeDate(random: Random) {
  const year = 2020 + below(random, 30);
  const month = 1 + below(random, 12);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = below(random, days + 1);
  const yymmdd = `${padded(year % 100, 2)}${padded(month, 2)}${padded(day, 2)}`;
  return { yymmdd, expiresOn: `${year}-${padded(month, 2)}-${padded(day === 0 ? days : day, 2)}` };
}

/** One digit is another one: the check digit finds every such error. */
function spoilDigit(random: Random, digits: string, from = 0): string {
  const at = from + below(random, digits.length - from);
  const digit = (Number(digits[at]) + 1 + below(random, 9)) % 10;
  return `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
}

/** GS1 General Specifications, 7.9: weights 3 and 1 in turn, from the right. */
function checkDigit(body: string): string {
  const sum = [...body]
    .reverse()
    .reduce((so, digit, at) => so + Number(digit) * (at % 2 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

function word(random: Random, maxLength: number): string {
  return Array.from({ length: 1 + below(random, maxLength) }, () => pick(random, set82)).join('');
}

function padded(number: number, length: number): string {
  return String(number % 10 ** length).padStart(length, '0');
}

function sent(text: string, read: ReadCode | null): SentCode {
  return { bytes: new TextEncoder().encode(text), read };
}

/** A whole number from 0 to `count - 1`. */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}

export function pick<T>(random: Random, list: readonly T[] | (string & ArrayLike<T>)): T {
  // The index is always within the list.
  return list[below(random, list.length)] as T;
}
