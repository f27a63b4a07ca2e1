import type { FoundationShade } from './foundation-shades.ts';
import { measureBands, measureProducts, type ShadeBand } from './shade-distances.ts';
import { methodText } from './shade-report-method.ts';
import { compareAngles, compareNames, fitHue } from './shade-undertones.ts';

const count = (value: number): string => value.toLocaleString('en');
const delta = (value: number): string => value.toFixed(2);
const percent = (part: number): string => `${(part * 100).toFixed(part > 0.98 ? 1 : 0)} %`;

interface Band {
  readonly from: number;
  readonly to: number;
}

function bandName({ from, to }: Band): string {
  if (from === 0) return `under ${to}`;
  return to > 100 ? `${from} and lighter` : `${from} to ${to}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${heads.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** The text of docs/shade-matching.md; every figure of the tables is measured here. */
export function shadeReport(shades: readonly FoundationShade[]): string {
  const bands = measureBands(shades);
  return `${[
    methodText,
    nearestPart(shades, bands),
    onePart(shades, bands),
    undertonePart(shades),
    readingPart,
  ].join('\n\n')}\n`;
}

function nearestPart(shades: readonly FoundationShade[], bands: readonly ShadeBand[]): string {
  const distances = (which: 'otherProduct' | 'otherBrand') =>
    table(
      ['L*', 'shades', 'products', 'brands', 'median', '9 of 10 within', 'within 2', 'within 4'],
      bands.map((band) => {
        const { median, ninth, within2, within4 } = band[which];
        const sizes = [band.shades, band.products, band.brands].map(count);
        const far = [delta(median), delta(ninth)];
        return [bandName(band), ...sizes, ...far, percent(within2), percent(within4)];
      }),
    );
  return `## What real shades show

The ${count(shades.length)} foundation shades that two large retailers in the United States listed in January 2021 (The Pudding, "The
Naked Truth", MIT; the colors are the retailers' swatches, not measurements of the product). Each shade was left out
once and looked for among the rest, by CIEDE2000 alone.

To the nearest shade of another product:

${distances('otherProduct')}

To the nearest shade of another brand:

${distances('otherBrand')}`;
}

function onePart(shades: readonly FoundationShade[], bands: readonly ShadeBand[]): string {
  const products = measureProducts(shades);
  const [deepest, ...lighter] = bands;
  const medians = lighter.map(({ otherBrand }) => otherBrand.median);
  const times = (deepest?.otherBrand.median ?? 0) / Math.min(...medians);
  const close = products.map(({ within4 }) => within4);
  const [deepestClose = 0] = close;
  return `The whole market together has something for nearly everybody. But the deeper the tone, the farther is the nearest
alternative: under L* 30 the median is ${times.toFixed(1)} times that of the best band. There are fewer shades to
choose from, ${count(deepest?.shades ?? 0)} of ${count(shades.length)}, by fewer brands, ${deepest?.brands ?? 0} of ${new Set(shades.map(({ brand }) => brand)).size}.

A shopper does not stand before the whole market. Of the tones that the kiosk offers, so many of the ${new Set(shades.map(({ product }) => product)).size} products
have a shade that is very close (2) and close (4), on average over the tones of the band:

${table(
  ['L*', 'tones', 'products within 2', 'products within 4'],
  products.map((band) => [
    bandName(band),
    count(band.tones),
    percent(band.within2),
    percent(band.within4),
  ]),
)}

Whoever has one of the tones under L* 30 finds a close shade in ${percent(deepestClose)} of the products, in the best band it is
${percent(Math.max(...close))}. The lightest tones fare worse than the middle as well. **No way of matching makes up for shades that are
not there**: the kiosk tells the distance in the same words for everybody, says \`noneClose\` when nothing is, and never
widens a word for a tone that has less to choose from. That people see differences on dark skin a little later than on
light (above) is no reason to count them less. A store that wants to serve everybody has to look at the deep end of
what it lists, or to blend: a product made to order can be made for the tone itself.`;
}

function undertonePart(shades: readonly FoundationShade[]): string {
  const line = fitHue(shades);
  const angles = compareAngles(shades);
  return `## Why undertone depends on lightness

Hue and lightness go together: the line through the ${count(line.shades)} shades that can be skin is ${line.atBlackDeg.toFixed(0)}° + ${line.slopeDeg.toFixed(2)}° · L*. One angle
for all, their median of ${line.medianDeg.toFixed(0)}° with the same 3° to either side, would call deep shades cool whatever their
brands call them. By the line, each undertone has about a third of every band but the two ends:

${table(
  ['L*', 'cool by one angle', 'warm by one angle', 'cool by the line', 'warm by the line'],
  angles.map(({ from, to, fixed, told }) => [
    bandName({ from, to }),
    ...[fixed.cool, fixed.warm, told.cool, told.warm].map(percent),
  ]),
)}

## How much an undertone's name says

What brands call a shade, where they use one word only, against what its color is:

${table(
  ['called', 'shades', 'cool by color', 'neutral by color', 'warm by color'],
  compareNames(shades).map(({ named, shades: called, told }) => [
    named,
    count(called),
    ...[told.cool, told.neutral, told.warm].map(percent),
  ]),
)}

The words lean the right way and not much further: a name promises less than a color. That is why another undertone
counts as half a unit and no more. Olive is mostly what is warm by its hue, so that a color alone does not tell it;
who knows that they are olive can say so, and a catalog can say it of a shade.`;
}

const readingPart = `## What it cannot do

- A swatch is not a product. The color of a foundation on skin depends on how much is used, on the skin below, on
  drying. Where a catalog has measured colors, they belong into \`shade.hex\`.
- \`#RRGGBB\` goes in steps of about 0.4, at worst 1 CIEDE2000 for colors of skin. It is good enough to rank by, not to
  promise by.
- Two colors that match in daylight need not match in the shop's light; a tone and a shade are compared under D65.
- An undertone that somebody was told elsewhere may have been told by other rules.`;
