/** Words that no INCI name has outside brackets, but that sentences about skin can hardly avoid. */
const PROSE_WORDS: ReadonlySet<string> = new Set(
  `the that which who to for with from is are was be been your our you we it its this these those by at on in into
  of or and while without through after before when than more most up can may will also
  help helps helping skin skin's skins look looks looking visibly visible appear appears appearance feel feels
  reduce reduces reducing improve improves provide provides deliver delivers support supports protect protects
  soothe soothes soothing hydrate hydrates hydrating hydration moisturize moisturizes moisture nourish nourishes
  nourishing brighten brightens smooth smooths smoothes calm calms condition conditions firm firms plump plumps
  exfoliate exfoliates gently replenish replenishes prevent prevents known rich powerful potent lips`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a piece of text reads like a sentence rather than a name; brackets do not count. */
export function isProse(text: string): boolean {
  let plain = text;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  }
  const words = plain
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s,:;!?&—]+/);
  return (
    words.some((word) => PROSE_WORDS.has(word)) || /[!?&—]|\s&\s/.test(plain) || words.length > 16
  );
}

const WATER =
  /(?:water|aqua|eau)(?:\s*\/\s*(?:water|aqua|eau))*(?:\s*\((?:water|aqua|eau)(?:\s*[/,]\s*(?:water|aqua|eau))*\))?$/i;
/** A plant or a place before `water` makes it another ingredient. */
const OTHER_WATER =
  /(?:flower|leaf|fruit|hazel|sea|thermal|spring|coconut|rose|caviar|bark|root)\s*$/i;
/** UV filters, by the names of the US monograph (21 CFR 352.10): a list of actives begins with one. */
const UV_FILTER =
  /\b(?:avobenzone|homosalate|octisalate|octocrylene|octinoxate|oxybenzone|ensulizole|meradimate|padimate o|sulisobenzone|cinoxate|dioxybenzone|trolamine salicylate|zinc oxide|titanium dioxide)\s+\d+(?:\.\d+)?\s?%$/i;

interface Described {
  readonly description: string;
  readonly entries: readonly string[];
  /** The first ingredient is one that lists are known to begin with. */
  readonly anchored: boolean;
}

/**
 * Finds the first ingredient behind a description that no period closed: `… deliver hydration Water`.
 * `null` when it cannot be told where the list begins.
 */
export function splitDescription(text: string): Described | null {
  if (/^[-–]/.test(text) && !text.includes(':')) return splitBullets(text);
  const anchor = anchorIn(text);
  if (anchor !== null) {
    const description = text.slice(0, text.length - anchor.length).trim();
    return { description, entries: [anchor], anchored: true };
  }
  const colon = text.lastIndexOf(':');
  const tail = text.slice(colon + 1).trim();
  if (colon < 0 || tail === '' || isProse(tail)) return null;
  return { description: text.slice(0, colon + 1), entries: [tail], anchored: false };
}

function anchorIn(text: string): string | null {
  const water = WATER.exec(text);
  if (water !== null) {
    const before = text.slice(0, water.index);
    return /(?:^|[\s:])$/.test(before) && !OTHER_WATER.test(before) ? water[0] : null;
  }
  return UV_FILTER.exec(text)?.[0] ?? null;
}

/** Bullets that only name what is highlighted: `-Sodium Hyaluronate -Shea Butter Water`. */
function splitBullets(text: string): Described | null {
  const bullets = text.split(/(?:^|\s)[-–]\s?(?=[A-Z])/).filter((bullet) => bullet !== '');
  const last = bullets.at(-1) ?? '';
  const earlier = bullets.slice(0, -1);
  const first = anchorIn(last) ?? repeatedIn(last, earlier);
  if (first === null) return null;
  const named = [...earlier, last.slice(0, last.length - first.length).trim()];
  const actives = named.filter((name) => UV_FILTER.test(name));
  const description = named.filter((name) => name !== '' && !UV_FILTER.test(name)).join(', ');
  return { description, entries: [...actives, first], anchored: true };
}

/** The list begins where the last bullet repeats a highlighted name: `Sulfur 10% Sulfur 10%`. */
function repeatedIn(last: string, earlier: readonly string[]): string | null {
  const half = (last.length - 1) / 2;
  if (last.slice(0, half) === last.slice(half + 1)) return last.slice(0, half);
  return earlier.find((name) => last.endsWith(` ${name}`)) ?? null;
}
