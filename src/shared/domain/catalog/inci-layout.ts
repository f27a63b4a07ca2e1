import { isProse, splitDescription } from './inci-prose.ts';
import { splitPieces, splitSentences } from './inci-split.ts';
import type { UnparsedInci } from './parsed-inci.ts';

interface InciList {
  readonly part: 'ingredients' | 'mayContain';
  readonly pieces: readonly string[];
}

interface InciLayout {
  readonly lists: readonly InciList[];
  readonly unparsed: readonly UnparsedInci[];
  /** Letters that follow an asterisk to mark ingredients, e.g. `CO` for `*CO Certified Organic`. */
  readonly markers: ReadonlySet<string>;
}

/** Where in a text the ingredient lists are, and what the rest of it is. */
export function layOutInci(text: string): InciLayout {
  const unparsed: UnparsedInci[] = [];
  const lists: InciList[] = [];
  const [body, afterCode] = cutBatchCode(normalizeText(text));
  for (const block of splitBlocks(body)) {
    if (block.heading !== '') unparsed.push({ text: block.heading, reason: 'heading' });
    readBlock(block, lists, unparsed);
  }
  if (afterCode !== '') {
    const reason = /[a-z]/i.test(afterCode.replace(/<[^>]*>/g, '')) ? 'unclear' : 'code';
    unparsed.push({ text: afterCode, reason });
  }
  return { lists, unparsed, markers: footnoteMarkers(body) };
}

/** What drug facts say that the actives before it are for: `Octisalate 4.5%: Sunscreens`. */
const PURPOSE = /(?<=%)\s*:\s*(?:sunscreens?|skin protectants?|acne treatments?)(?=[,.]|$)/gi;

function normalizeText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\w)[‐‑‒–](?=\w)/g, '-')
    .replaceAll('\\', '/')
    .replace(/\(and\)|[;•]/gi, ',')
    .replace(PURPOSE, '')
    .replace(/^[\s"“”']+|[\s"“”']+$/g, '');
}

/** Batch and formula codes in angle brackets stand at the end; what follows one is left over text. */
function cutBatchCode(text: string): readonly [string, string] {
  const at = text.search(/<[A-Z0-9]{3,}>/);
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at)];
}

function footnoteMarkers(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [, letters = ''] of text.matchAll(/(?:^|[\s,])\*+([A-Z]{1,3})\s/g)) {
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([letters]) => letters));
}

interface Block {
  readonly part: InciList['part'];
  readonly heading: string;
  readonly text: string;
}

const HEADING =
  /(?<!(?:highlighted|key|hero|star|featured|main)\s)\b(?:(?:in)?active(?:\s+ingredients?)?|ingredients?)\s*:/gi;
const MAY_TERM =
  '(?:may\\s+contain|peut\\s+contenir|kann\\s+enthalten|puede\\s+contener|può\\s+contenere|\\+\\s*/\\s*[-−]|±)';
const MAY_CONTAIN = new RegExp(
  `[[(]?\\s*${MAY_TERM}\\s*[\\])]?(?:\\s*[/:,]?\\s*[[(]?\\s*${MAY_TERM}\\s*[\\])]?)*\\s*:?`,
  'gi',
);

/** Cuts at `Ingredients:`, `Inactive:` and `May contain (+/-):`; a word without a sign is only prose. */
function splitBlocks(text: string): readonly Block[] {
  const cuts: { readonly at: number; readonly heading: string; readonly part: Block['part'] }[] =
    [];
  for (const match of text.matchAll(HEADING)) {
    cuts.push({ at: match.index, heading: match[0], part: 'ingredients' });
  }
  for (const match of text.matchAll(MAY_CONTAIN)) {
    if (!/[:±+]/.test(match[0])) continue;
    cuts.push({ at: match.index, heading: match[0], part: 'mayContain' });
  }
  cuts.sort((a, b) => a.at - b.at);
  const blocks: Block[] = [];
  let open: { readonly from: number; readonly heading: string; readonly part: Block['part'] } = {
    from: 0,
    heading: '',
    part: 'ingredients',
  };
  for (const cut of cuts) {
    blocks.push({ ...open, text: text.slice(open.from, cut.at) });
    open = { from: cut.at + cut.heading.length, heading: cut.heading.trim(), part: cut.part };
  }
  blocks.push({ ...open, text: text.slice(open.from) });
  return blocks.map(({ part, heading, text: content }) => ({
    part,
    heading,
    text: content.trim(),
  }));
}

/** Fewest entries that make a list of a sentence which began as a bullet of the description. */
const LIST_AFTER_BULLET = 8;

function readBlock(block: Block, lists: InciList[], unparsed: UnparsedInci[]): void {
  const headed = block.heading !== '';
  let hasList = false;
  let leftOver: string[] = [];
  for (const sentence of splitSentences(block.text)) {
    const list = listOf(sentence, headed && !hasList);
    if (list === null) {
      leftOver.push(sentence);
      continue;
    }
    for (const text of leftOver) unparsed.push({ text, reason: reasonOf(text, hasList) });
    leftOver = [];
    unparsed.push(...list.unparsed);
    lists.push({ part: block.part, pieces: list.pieces });
    hasList = true;
  }
  // A text whose only ingredient stands alone: `100 % … of antioxidants. Squalane Oil.`
  const single = hasList
    ? undefined
    : leftOver.findLast((text) => reasonOf(text, true) === 'unclear');
  for (const text of leftOver) {
    if (text === single) lists.push({ part: block.part, pieces: [text.replace(/\*+$/, '')] });
    else unparsed.push({ text, reason: reasonOf(text, hasList || text.startsWith('*')) });
  }
}

/** What a sentence that is no list is, by itself and by whether the list came before it. */
function reasonOf(sentence: string, afterList: boolean): UnparsedInci['reason'] {
  if (sentence.startsWith('*') || sentence.startsWith('(*')) return 'legend';
  if (!afterList) return 'description';
  if (/^[-–]/.test(sentence)) return 'description';
  if (isCode(sentence)) return 'code';
  return isProse(sentence) || sentence.includes(':') ? 'notice' : 'unclear';
}

/** `(251/036)`, `(F.I.L. B260371/2)`, a lone `C`. */
function isCode(text: string): boolean {
  return /^\W*(?:[A-Z]?|(?:[A-Z]\.){0,4}\s?[A-Z]{0,3}\d{3,}[\d/.-]*)\W*$/.test(text);
}

function listOf(
  sentence: string,
  headed: boolean,
): { readonly pieces: readonly string[]; readonly unparsed: readonly UnparsedInci[] } | null {
  const all = splitPieces(sentence);
  const unparsed: UnparsedInci[] = [];
  const prefixLength = prosePrefixLength(all);
  const rest = all.slice(prefixLength);
  const prose = rest.filter(isProse).length;
  const needed = headed ? 1 : 2;
  const glued = prefixLength === 0 ? null : splitDescription(all.slice(0, prefixLength).join(', '));
  if (rest.length - prose + (glued?.entries.length ?? 0) < needed || prose > rest.length / 5) {
    return null;
  }
  if (prefixLength > 0) {
    const bulleted = /^[-–%]/.test(sentence);
    if (bulleted && glued?.anchored !== true && rest.length < LIST_AFTER_BULLET) return null;
    if (glued === null) {
      unparsed.push({ text: all.slice(0, prefixLength).join(', '), reason: 'unclear' });
    } else if (glued.description !== '') {
      unparsed.push({ text: glued.description, reason: 'description' });
    }
  }
  const pieces = [...(glued?.entries ?? [])];
  for (const piece of rest) {
    const { entry, legend } = cutLegend(piece);
    if (legend !== '') unparsed.push({ text: legend, reason: 'legend' });
    if (isProse(entry)) unparsed.push({ text: entry, reason: 'unclear' });
    else if (isCode(entry)) unparsed.push({ text: entry, reason: 'code' });
    else pieces.push(entry);
  }
  return { pieces, unparsed };
}

/** How many pieces at the start are still description: from its first to its last prose. */
function prosePrefixLength(pieces: readonly string[]): number {
  const first = pieces[0] ?? '';
  if (!isProse(first) && !/^[-–%]|:/.test(first)) return 0;
  let last = 0;
  for (let index = 1; index <= last + 2 && index < pieces.length; index += 1) {
    if (isProse(pieces[index] ?? '')) last = index;
  }
  return last + 1;
}

/** `Potassium Sorbate *Naturally Derived`: the footnote begins at the second asterisk group. */
function cutLegend(piece: string): { readonly entry: string; readonly legend: string } {
  const match = /^(.*\S)\s+(\*+\s?[A-Z0-9].*)$/s.exec(piece);
  const [, entry = piece, legend = ''] = match ?? [];
  return { entry, legend };
}
