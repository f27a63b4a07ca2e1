import { canonicalName, inOneCase, isPlantPart, splitSynonyms } from './inci-names.ts';
import type { InciEntry } from './parsed-inci.ts';

interface Draft {
  base: string;
  readonly synonyms: string[];
  readonly ciNumbers: string[];
}

const LONGEST_NAME = 300;

/** Reads one entry of a list; `null` when it is unclear what it names. */
export function readInciEntry(piece: string, markers: ReadonlySet<string>): InciEntry | null {
  const source = piece.trim();
  const { text, percent } = takePercent(stripEnd(balance(stripMarks(source, markers))));
  const draft = takeBrackets(text);
  if (draft === null) return null;
  takeInlineCi(draft);
  const [printed = '', ...others] =
    draft.base === '' ? draft.synonyms.splice(0, 1) : splitSynonyms(draft.base);
  const [firstCi] = draft.ciNumbers;
  const plain = printed === '' && firstCi !== undefined ? `CI ${firstCi}` : printed;
  if (!isName(plain)) return null;
  const name = canonicalName(plain);
  const all = [plain, ...others, ...draft.synonyms].map(inOneCase);
  const synonyms = [...new Set(all)].filter((other) => other !== name && isName(other));
  const ciNumbers = draft.ciNumbers;
  return { name, synonyms, ciNumbers, ...(percent === undefined ? {} : { percent }), source };
}

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= LONGEST_NAME && /\p{L}{2}|^[A-Z]\d/u.test(text);
}

/** Footnote marks and quotes. */
function stripMarks(text: string, markers: ReadonlySet<string>): string {
  let plain = text.replace(/^[\s"“”.-]+/, '');
  const [, letters = ''] = /^\*+\s*([A-Z]{1,3})\s/.exec(plain) ?? [];
  if (markers.has(letters)) plain = plain.replace(/^\*+\s*[A-Z]+\s/, '');
  return plain
    .replace(/\(\*[^()]*\)/g, '')
    .replace(/[*†‡"“”™®]/g, '')
    .trim();
}

function stripEnd(text: string): string {
  return /denat\.$/i.test(text) ? text : text.replace(/[\s.]+$/, '');
}

/** Closes a bracket that was left open and drops one that was never opened. */
function balance(text: string): string {
  let open = 0;
  let out = '';
  for (const char of text) {
    if (char === '(' || char === '[') open += 1;
    if (char === ')' || char === ']') {
      if (open === 0) continue;
      open -= 1;
    }
    out += char;
  }
  return out + ')'.repeat(open);
}

const AMOUNT = '(\\d+(?:\\.\\d+)?)\\s?(?:%|percent)';
const LEADING_AMOUNT = new RegExp(`^${AMOUNT}\\s+(.+)$`, 'i');
const TRAILING_AMOUNT = new RegExp(`^(.+?)\\s*\\(?${AMOUNT}\\)?$`, 'i');

function takePercent(text: string): { readonly text: string; readonly percent?: number } {
  const leading = LEADING_AMOUNT.exec(text);
  if (leading !== null) return { text: leading[2] ?? '', percent: Number(leading[1]) };
  const trailing = TRAILING_AMOUNT.exec(text);
  if (trailing !== null) return { text: trailing[1] ?? '', percent: Number(trailing[2]) };
  return { text };
}

const CI = /^ci\s?(\d{5}(?::\d)?)$/i;
/** Brackets that belong to the name of a polymer or an isomer. */
const STRUCTURAL_BEFORE = /(?:^|[\s/-])(?:poly|bis|tris|di|tri|tetra)\s?$/i;
/** Said of the ingredient, not another name for it. */
const QUALIFIER =
  /^(?:[dl]|[dl]-(?:alpha|beta)|.*\d[\d,.]*\s?(?:ppb|ppm|mw|kda|%)|.*\bmw\b|(?:plant|naturally|corn|sugar) ?-?derived|organic|from .*)$/i;

/** Sorts what stands in brackets into synonyms, Colour Index numbers and parts of the name itself. */
function takeBrackets(text: string): Draft | null {
  const draft: Draft = { base: '', synonyms: [], ciNumbers: [] };
  let names = 0;
  for (const part of bracketParts(text)) {
    if (part.kind === 'text') {
      draft.base += part.text;
      continue;
    }
    const content = part.text.trim();
    if (
      /^[+±-]+$/.test(content) ||
      STRUCTURAL_BEFORE.test(draft.base) ||
      part.after.startsWith('-')
    ) {
      draft.base = `${draft.base.trimEnd()}${/^[+±-]+$/.test(content) ? ' ' : ''}(${content})`;
    } else if (!QUALIFIER.test(content)) {
      if (part.after !== '') {
        names += 1;
        draft.synonyms.push(...splitSynonyms(`${content} ${part.after}`).slice(0, 1));
        if (!/\s$/.test(draft.base)) draft.base += ' ';
      } else takeTrailing(content, draft);
    }
  }
  // Two plants in one entry: a comma is missing, and nobody can say where.
  if (names > 1) return null;
  draft.base = draft.base.replace(/\s+/g, ' ').trim();
  return draft;
}

/** `(Water, Eau)`, `(CI 77491, CI 77492)`, `(Helianthus Annuus (Sunflower) Seed Wax)` at the end. */
function takeTrailing(content: string, draft: Draft): void {
  const flat = content.replace(/\s*\([^()]*\)/g, '');
  for (const name of flat.split(/\s*[,/]\s*/)) {
    const ci = CI.exec(name);
    if (ci?.[1] !== undefined) draft.ciNumbers.push(ci[1]);
    else if (name !== '') draft.synonyms.push(name);
  }
  const lastWord = flat.split(' ').at(-1) ?? '';
  const words = draft.base.trim().split(' ');
  // `Butyrospermum Parkii (Shea Butter)`: the part of the plant belongs to the Latin name as well.
  const binomial = words.length === 2 && /(?:us|um|is|i|a|ae|ans|ens)$/i.test(words[1] ?? '');
  if (binomial && flat.includes(' ') && isPlantPart(lastWord) && !words.some(isPlantPart)) {
    draft.base = `${words.join(' ')} ${lastWord}`;
  }
}

interface BracketPart {
  readonly kind: 'text' | 'bracket';
  readonly text: string;
  /** Text up to the next bracket. */
  readonly after: string;
}

function bracketParts(text: string): readonly BracketPart[] {
  const spans: { kind: BracketPart['kind']; text: string }[] = [{ kind: 'text', text: '' }];
  let depth = 0;
  for (const char of text) {
    const opens = char === '(' || char === '[';
    const closes = char === ')' || char === ']';
    if (opens) depth += 1;
    if (closes) depth -= 1;
    if (opens && depth === 1) spans.push({ kind: 'bracket', text: '' });
    else if (closes && depth === 0) spans.push({ kind: 'text', text: '' });
    else {
      const last = spans.at(-1);
      if (last !== undefined) last.text += char;
    }
  }
  return spans.map((span, index) => ({ ...span, after: (spans[index + 1]?.text ?? '').trim() }));
}

/** `Titanium Dioxide CI 77891`, `CI 77891/Titanium Dioxide`, `CI 77891`. */
function takeInlineCi(draft: Draft): void {
  draft.base = draft.base
    .replace(/(?:^|[\s/]+)ci\s?(\d{5}(?::\d)?)(?=$|[\s/])/gi, (_match, digits: string) => {
      draft.ciNumbers.push(digits);
      return '';
    })
    .replace(/^[\s/]+|[\s/]+$/g, '');
}
