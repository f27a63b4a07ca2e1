/** What may follow a GS1 application identifier. */
export interface IdentifierFormat {
  /** The whole data of the element. */
  readonly pattern: RegExp;
  /** Whether its first fourteen digits are a GTIN. */
  readonly isGtin: boolean;
}

/**
 * Application identifiers by the format of their data, as the GS1 General Specifications (figure
 * 3.2-1) and GS1's own Barcode Syntax Dictionary write it: `N` digits, `X` character set 82, `Y`
 * character set 39, `..` up to, `[]` may be missing. `GTIN` is `N14` with a check digit.
 */
const formats: Readonly<Record<string, string>> = {
  GTIN: '01-03',
  'GTIN N4': '8006 8026',
  N18: '00 8017 8018',
  N17: '402',
  N13: '410-417 7001',
  'N13 [X..17]': '253',
  'N13 [N..12]': '255',
  N14: '8001',
  'N14 [X..16]': '8003',
  'N10 N10': '4309',
  'N8 [N..4]': '8008',
  N6: '11-13 15-17 4326 7006 8005 3950-3955',
  'N6 [X1]': '4330-4333',
  'N6 N4': '4324 4325 7003',
  'N6 [N6]': '7007',
  'N6 [N4]': '7011',
  N4: '8111 3940-3943',
  'N3 N..15': '3910-3919 3930-3939',
  'N3 X..27': '7030-7039',
  'N3 X..9': '421',
  N3: '422 424 426',
  N2: '20 7241',
  N1: '4321-4323',
  'N1 X3': '7040',
  'N..15': '423 425 3900-3909 3920-3929',
  'N..12': '8011',
  'N..10': '8019',
  'N..8': '30 37',
  'N..6': '242',
  'N..4': '7004',
  X2: '4307 4317',
  'X2 X..28': '7230-7239',
  'X..2': '7010',
  'X..3': '427 7008',
  'X..10': '7009',
  'X..12': '7005',
  'X..20': '10 21 22 243 254 420 4318 7020-7022 710-716 7240 8002 8012',
  'X..25': '7242 8013 8020',
  'X..28': '235',
  'X..30': '240 241 250 251 400 401 403 4308 4319 7002 7023 8004 90',
  'X..34': '8007',
  'X..35': '4300 4301 4310 4311 4320',
  'X..50': '8009',
  'X..70': '4302-4306 4312-4316 8110 8112 8200',
  'X..90': '8030 91-99',
  'Y..30': '8010',
};

/** Weights and measures, with the number of decimals (0 to 5) as their fourth digit. */
const measures = ['310-316', '320-329', '330-337', '340-349', '350-357', '360-369'];

/** Character sets of the GS1 General Specifications, 7.11, as members of a class. */
const characterSets: Readonly<Record<string, string>> = {
  N: '0-9',
  X: '!"%-?A-Z_a-z',
  Y: '#\\-/0-9A-Z',
};

const byIdentifier = new Map<string, IdentifierFormat>();
for (const [format, identifiers] of Object.entries(formats)) {
  const compiled = compileFormat(format);
  for (const identifier of identifiers.split(' ').flatMap(spread)) {
    byIdentifier.set(identifier, compiled);
  }
}
const measure = compileFormat('N6');
for (const stem of measures.flatMap(spread)) {
  for (let decimals = 0; decimals <= 5; decimals += 1) {
    byIdentifier.set(`${stem}${decimals}`, measure);
  }
}

/** The format of an identifier's data; `null` when GS1 has not assigned it, as far as we know. */
export function identifierFormat(identifier: string): IdentifierFormat | null {
  return byIdentifier.get(identifier) ?? null;
}

/**
 * How many digits an identifier has whose first two are these; `null` when none begins so. Holds for
 * identifiers that GS1 will assign, too (GS1 General Specifications, 7.8).
 */
export function identifierLength(firstTwo: string): number | null {
  return lengthByFirstTwo.get(firstTwo) ?? null;
}

const lengthByFirstTwo = new Map<string, number>([
  ...[...byIdentifier.keys()].map((key): [string, number] => [key.slice(0, 2), key.length]),
  ['04', 2],
  ['14', 2],
  ['18', 2],
  ['19', 2],
]);

/**
 * Elements whose length is fixed for ever by their first two digits, so that no separator need follow
 * them: identifier and data together (GS1 General Specifications 18, figure 7.8.4-2).
 */
const predefinedLengths: Readonly<Record<string, number>> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  ...Object.fromEntries(spread('11-19').map((firstTwo) => [firstTwo, 8])),
  '20': 4,
  ...Object.fromEntries(spread('31-36').map((firstTwo) => [firstTwo, 10])),
  '41': 16,
};

/** The length of the whole element; `null` when a separator or the end of the data tells it. */
export function predefinedLength(firstTwo: string): number | null {
  return predefinedLengths[firstTwo] ?? null;
}

function compileFormat(format: string): IdentifierFormat {
  const isGtin = format.startsWith('GTIN');
  const parts = format.replace('GTIN', 'N14').split(' ').map(compilePart);
  return { pattern: new RegExp(`^${parts.join('')}$`), isGtin };
}

/** `N6`, `X..20`, `[N4]` as a part of a pattern. */
function compilePart(part: string): string {
  const [, optional = '', set = '', upTo = '', length = ''] =
    /^(\[?)([NXY])(\.\.)?([0-9]+)\]?$/.exec(part) ?? [];
  const repeated = `[${characterSets[set]}]{${upTo === '' ? '' : '1,'}${length}}`;
  return optional === '' ? repeated : `(?:${repeated})?`;
}

/** `310-312` is 310, 311 and 312, with their leading zeros. */
function spread(range: string): readonly string[] {
  const [first = '', last = first] = range.split('-');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, offset) =>
    String(Number(first) + offset).padStart(first.length, '0'),
  );
}
