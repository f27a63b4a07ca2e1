import type { TemplateOption } from '#shared/domain/catalog/template.ts';
import { asPrinted, type Percents, shares } from '../build.ts';
import { doseOf } from './parts.ts';

type Undertone = NonNullable<TemplateOption['undertone']>;

/**
 * Ten depths, evenly spaced in lightness (L* 90 to 27), four undertones each. Every depth is named
 * from the same few worlds: stone, wood, plants, land and light.
 */
const shades: readonly (readonly [
  depth: number,
  undertone: Undertone,
  name: string,
  hex: string,
])[] = [
  [1, 'cool', 'Quartz', '#F3DFD2'],
  [1, 'neutral', 'Birch', '#F2DFCE'],
  [1, 'warm', 'Meadow Light', '#F5DFC8'],
  [1, 'olive', 'Lichen', '#EDDFC8'],
  [2, 'cool', 'Opal', '#E5C9BB'],
  [2, 'neutral', 'Limestone', '#E3CAB5'],
  [2, 'warm', 'Dune Grass', '#E6CAAF'],
  [2, 'olive', 'Willow', '#DECAAF'],
  [3, 'cool', 'Rose Stone', '#D6B5A4'],
  [3, 'neutral', 'Shoreline', '#D5B69E'],
  [3, 'warm', 'Sandbar', '#D8B596'],
  [3, 'olive', 'Sage', '#CFB697'],
  [4, 'cool', 'Feldspar', '#C7A08F'],
  [4, 'neutral', 'Adobe', '#C5A288'],
  [4, 'warm', 'Harvest Light', '#C8A17F'],
  [4, 'olive', 'Reed', '#BFA281'],
  [5, 'cool', 'Dawn Clay', '#B78D7A'],
  [5, 'neutral', 'Sandstone', '#B58E73'],
  [5, 'warm', 'Sunlit Oak', '#B88D6A'],
  [5, 'olive', 'Olive Grove', '#AF8F6B'],
  [6, 'cool', 'Garnet Sand', '#A77967'],
  [6, 'neutral', 'Canyon', '#A57B60'],
  [6, 'warm', 'Amber Light', '#A77A57'],
  [6, 'olive', 'Bronze Leaf', '#9F7C58'],
  [7, 'cool', 'Red Cedar', '#956754'],
  [7, 'neutral', 'Teak', '#93694E'],
  [7, 'warm', 'Copper Light', '#956846'],
  [7, 'olive', 'Cypress Bark', '#8E6947'],
  [8, 'cool', 'Jasper', '#815747'],
  [8, 'neutral', 'Rosewood', '#7F5841'],
  [8, 'warm', 'Sienna', '#81583A'],
  [8, 'olive', 'Juniper', '#7A583B'],
  [9, 'cool', 'Garnet', '#6B473B'],
  [9, 'neutral', 'Riverbed', '#6A4836'],
  [9, 'warm', 'Ember', '#6B4830'],
  [9, 'olive', 'Evening Fern', '#654931'],
  [10, 'cool', 'Obsidian', '#56392F'],
  [10, 'neutral', 'Basalt', '#55392C'],
  [10, 'warm', 'Night Sun', '#573927'],
  [10, 'olive', 'Deep Forest', '#523927'],
];

/** How an undertone leans on the three iron oxides. */
const lean: Readonly<Record<Undertone, { yellow: number; red: number; black: number }>> = {
  cool: { yellow: 0.8, red: 1.2, black: 1 },
  neutral: { yellow: 1, red: 1, black: 1 },
  warm: { yellow: 1.25, red: 1, black: 0.95 },
  olive: { yellow: 1.2, red: 0.75, black: 1.2 },
};

/** Starting point of the blend, in percent: less white and more iron oxides the deeper the shade. */
function pigments(depth: number, undertone: Undertone): Percents {
  const t = (depth - 1) / 9;
  const { yellow, red, black } = lean[undertone];
  return {
    'ci-77891': round(1.5 + 9.5 * (1 - t) ** 1.2),
    'ci-77492': round((0.6 + 3.2 * t ** 0.9) * yellow),
    'ci-77491': round((0.15 + 1.7 * t) * red),
    'ci-77499': round((0.03 + 1.9 * t ** 1.8) * black),
  };
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

export function foundationShades(fillMg: number): TemplateOption[] {
  return shades.map(([depth, undertone, name, color]) => {
    const blend = pigments(depth, undertone);
    return {
      id: shadeId(depth, undertone),
      name: asPrinted(`${depth}${undertone.charAt(0).toUpperCase()} ${name}`),
      color,
      undertone,
      ingredients: shares(blend),
      doses: Object.keys(blend).map((ci) =>
        doseOf(`CMP-${ci.toUpperCase()}`, { [ci]: blend[ci] ?? null }, fillMg),
      ),
    };
  });
}

/** The ids of the deepest shades, for rules about what shows on them. */
export const deepestShades: readonly string[] = shades
  .filter(([depth]) => depth >= 9)
  .map(([depth, undertone]) => shadeId(depth, undertone));

function shadeId(depth: number, undertone: Undertone): string {
  return `${depth}-${undertone}`;
}
