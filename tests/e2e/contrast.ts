/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * What is painted behind words, or the words themselves: one color, or each color of a gradient, of which any may
 * be the one behind them.
 */
export type Layer = readonly Color[];

/** Words as the page shows them: their ink, and what lies behind them from the front to the back. */
export interface Words {
  readonly text: string;
  readonly ink: Color;
  readonly behind: readonly Layer[];
  /** A picture lies between them and their ground: what color is behind them cannot be told. */
  readonly isOnDrawing: boolean;
}

const white: Color = [255, 255, 255, 1];

/** One color seen through another. */
export function over([red, green, blue, alpha]: Color, below: Color): Color {
  const mixed = (one: number, other: number) => one * alpha + other * (1 - alpha);
  return [mixed(red, below[0]), mixed(green, below[1]), mixed(blue, below[2]), 1];
}

/** Every color that words may stand on; nothing painted is white paper. */
export function groundsOf(behind: readonly Layer[]): readonly Color[] {
  return behind.reduceRight<readonly Color[]>(
    (below, layer) =>
      layer.length === 0 ? below : layer.flatMap((color) => below.map((one) => over(color, one))),
    [white],
  );
}

/** Relative luminance of an opaque color, from 0 to 1 (WCAG 2.2). */
function luminance([red, green, blue]: Color): number {
  const linear = (value: number) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two opaque colors, from 1 to 21 (WCAG 2.2). */
export function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The poorest contrast that words may have with what they stand on. */
export function poorest({ ink, behind }: Pick<Words, 'ink' | 'behind'>): number {
  return Math.min(...groundsOf(behind).map((ground) => contrast(over(ink, ground), ground)));
}

/** Words with less contrast than that, or with one that cannot be told, each once, for the report. UIX-15, UIX-53 */
export function tooFaint(shown: readonly Words[], least: number): readonly string[] {
  const found = shown.flatMap((words) => {
    const { text, ink, behind, isOnDrawing } = words;
    if (isOnDrawing) return [`“${text}” stands on a drawing`];
    const ratio = poorest(words);
    if (ratio >= least) return [];
    const grounds = [...new Set(groundsOf(behind).map(written))].join(' or ');
    return [`“${text}”: ${ratio.toFixed(2)}:1, ${written(ink)} on ${grounds}`];
  });
  return [...new Set(found)];
}

function written(color: Color): string {
  return `rgb(${color.slice(0, 3).map(Math.round).join(' ')} / ${color[3].toFixed(2)})`;
}
