/**
 * One spelling for what lists print under several names; the values are the names of the EU
 * glossary of common ingredient names (Decision (EU) 2022/677).
 */
const GLOSSARY: ReadonlyMap<string, string> = new Map([
  ['water', 'Aqua'],
  ['eau', 'Aqua'],
  ['fragrance', 'Parfum'],
  ['perfume', 'Parfum'],
  ['flavor', 'Aroma'],
  ['flavour', 'Aroma'],
  ['arôme', 'Aroma'],
  ['beeswax', 'Cera Alba'],
  ['honey', 'Mel'],
  ['honey extract', 'Mel Extract'],
  ['sea water', 'Maris Aqua'],
  ['aqua maris', 'Maris Aqua'],
  ['sea salt', 'Maris Sal'],
  ['mineral oil', 'Paraffinum Liquidum'],
  ['microcrystalline wax', 'Cera Microcristallina'],
  ['candelilla wax', 'Candelilla Cera'],
  ['vegetable oil', 'Olus Oil'],
  ['yeast extract', 'Faex Extract'],
]);

/** Names of one ingredient that are printed side by side, joined by slashes. */
const SAME_THING: readonly ReadonlySet<string>[] = [
  new Set(['water', 'aqua', 'eau']),
  new Set(['fragrance', 'parfum', 'perfume']),
  new Set(['flavor', 'flavour', 'aroma', 'arôme']),
  new Set(['sea water', 'aqua maris', 'maris aqua']),
  new Set(['sea salt', 'maris sal', 'sel marin']),
];

const PLANT_PARTS: ReadonlySet<string> = new Set(
  'oil butter wax cera extract water juice powder gum starch flour seedcake'.split(' '),
);

/** Whether a word, in any case, names what is made of a plant: `Oil`, `Cera`. CAT-21 */
export function isPlantPart(word: string): boolean {
  return PLANT_PARTS.has(word.toLowerCase());
}

/** French label words: a part that begins with one is a translation. */
const TRANSLATION = /^(?:extrait|huile|cire|eau|beurre|jus|gomme)\b/i;

/**
 * The names in `Water/Aqua/Eau`; a slash inside one name (`Caprylic/Capric Triglyceride`) stays.
 * The first name is the printed one.
 */
export function splitSynonyms(text: string): readonly string[] {
  const wax = /^(.*\s)cera\/wax$/i.exec(text);
  if (wax !== null) return [`${wax[1]}Cera`, `${wax[1]}Wax`];
  const parts = text.split('/').map((part) => part.trim());
  if (parts.length < 2 || parts.includes('')) return [text];
  const spaced = / \/ /.test(text);
  const translated = parts.some((part, index) => index > 0 && TRANSLATION.test(part));
  if (spaced || translated || areSameThing(parts) || areWholeNames(parts)) return parts;
  return [parts.join('/')];
}

function areSameThing(parts: readonly string[]): boolean {
  return SAME_THING.some((names) => parts.every((part) => names.has(part.toLowerCase())));
}

/** `Glycine Soja Oil/Soybean Oil`: both sides are complete and end in the same part of the plant. */
function areWholeNames(parts: readonly string[]): boolean {
  const lastWords = new Set(parts.map((part) => part.toLowerCase().split(' ').at(-1) ?? ''));
  const [lastWord = ''] = lastWords;
  return lastWords.size === 1 && isPlantPart(lastWord) && parts.every((part) => part.includes(' '));
}

/**
 * The one spelling of a printed name: its glossary name, else the name itself with regular capitals. CAT-20
 */
export function canonicalName(printed: string): string {
  return GLOSSARY.get(printed.toLowerCase()) ?? inOneCase(printed);
}

const UPPER: ReadonlySet<string> = new Set(
  `ah amp ap as bha bht cbd ci dmdm dna edta eop eos eoh hdi hema ipdi ma mdm mipa ng np ns
  paba pca pdrn peg pg ppg ptfe pva pvm pvp rna sd se smdi tbhq tdi vp`.split(/\s+/),
);
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['hcl', 'HCl'],
  ['sh', 'sh'],
  ['de', 'de'],
  ['and', 'and'],
  ['of', 'of'],
]);

/** Capitalizes every word the same way, whether the list was printed in capitals or not. */
export function inOneCase(text: string): string {
  return text.trim().replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    if (UPPER.has(lower)) return lower.toUpperCase();
    // Mono-, di- and triethanolamine; without the hyphen tea is a plant.
    if (/^[mdt]ea$/.test(lower) && text[at + word.length] === '-') return lower.toUpperCase();
    return SPECIAL.get(lower) ?? lower.charAt(0).toUpperCase() + lower.slice(1);
  });
}
