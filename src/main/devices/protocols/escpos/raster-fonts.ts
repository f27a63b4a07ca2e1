import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as CanvasModule from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { hasRightToLeft } from '#shared/domain/receipt/direction.ts';
import { woffCharacters } from './woff-characters.ts';

/** One subset of a bundled typeface: its name in a CSS font, and the files that have its glyphs. */
interface Face {
  readonly family: string;
  readonly file: (weight: Weight) => string;
}
type Weight = 400 | 700;

const require = createRequire(import.meta.url);
const gothicFolder = () => dirname(require.resolve('@fontsource/biz-udgothic/package.json'));
const arabicFolder = () => dirname(require.resolve('@fontsource/noto-sans-arabic/package.json'));

// The small subsets first: most lines need no other.
const gothic = faces(gothicFolder, 'biz-udgothic', [
  'latin',
  'latin-ext',
  'cyrillic',
  'greek-ext',
  'japanese',
]);
const arabic = faces(arabicFolder, 'noto-sans-arabic', ['arabic', 'latin', 'latin-ext']);

function faces(folder: () => string, name: string, subsets: readonly string[]): readonly Face[] {
  return subsets.map((subset) => ({
    family: `receipt ${name} ${subset}`,
    file: (weight) => join(folder(), 'files', `${name}-${subset}-${weight}-normal.woff`),
  }));
}

let canvasModule: typeof CanvasModule | undefined;

/** The canvas library, loaded when a line first needs it: it brings 30 MB of native code. */
export function canvas(): typeof CanvasModule {
  // What the package exports is what its own types say.
  canvasModule ??= require('@napi-rs/canvas') as typeof CanvasModule;
  return canvasModule;
}

const coverage = new Map<Face, ReadonlySet<number>>();
const registered = new Set<string>();

function charactersOf(face: Face): ReadonlySet<number> {
  let characters = coverage.get(face);
  if (characters === undefined) {
    characters = woffCharacters(readFileSync(face.file(400)));
    coverage.set(face, characters);
  }
  return characters;
}

function register(face: Face, weight: Weight): void {
  const file = face.file(weight);
  if (registered.has(file)) return;
  // Read by us rather than by the canvas: inside Electron's archive only Node finds it.
  if (canvas().GlobalFonts.register(readFileSync(file), face.family) === null) {
    throw new Error(`The font ${file} cannot be used.`);
  }
  registered.add(file);
}

function faceOf(character: string, order: readonly Face[]): Face | undefined {
  const code = character.codePointAt(0) ?? 0;
  return order.find((face) => charactersOf(face).has(code));
}

/** The CSS font that draws `text` at `sizeDots`; what it needs is loaded. */
export function rasterFont(text: string, bold: boolean, sizeDots: number): string {
  const weight = bold ? 700 : 400;
  const order = hasRightToLeft(text) ? [...arabic, ...gothic] : gothic;
  const needed = new Set([...text].map((character) => faceOf(character, order)));
  const families = order.filter((face) => needed.has(face));
  for (const face of families) register(face, weight);
  // Quoted, so that no part of a name is taken for a keyword; what is left falls to the system.
  const names = [...families.map(({ family }) => `"${family}"`), 'sans-serif'];
  return `${weight} ${sizeDots}px ${names.join(', ')}`;
}

/** Whether a typeface that we bring has `character`. */
export function isBundled(character: string): boolean {
  return faceOf(character, hasRightToLeft(character) ? arabic : gothic) !== undefined;
}

const probeDots = 48;
const unassigned = '\u0378';
let probeContext: SKRSContext2D | undefined;
let box: Buffer | undefined;
const drawnBySystem = new Map<string, boolean>();

/** Whether a font of this machine draws `character`, rather than a box in its place. */
export function isInSystemFonts(character: string): boolean {
  let drawn = drawnBySystem.get(character);
  if (drawn === undefined) {
    const ink = probe(character);
    box ??= probe(unassigned);
    drawn = ink.includes(1) && !ink.equals(box);
    drawnBySystem.set(character, drawn);
  }
  return drawn;
}

/** The dots of a character in a square, one byte each. */
function probe(character: string): Buffer {
  probeContext ??= canvas().createCanvas(probeDots, probeDots).getContext('2d');
  probeContext.reset();
  probeContext.font = `${probeDots / 2}px sans-serif`;
  probeContext.fillText(character, probeDots / 4, (probeDots * 3) / 4);
  const { data } = probeContext.getImageData(0, 0, probeDots, probeDots);
  const ink = Buffer.alloc(data.length / 4);
  for (let dot = 0; dot < ink.length; dot++) ink[dot] = (data[4 * dot + 3] ?? 0) > 127 ? 1 : 0;
  return ink;
}
