import type { TemplateOption } from '#shared/domain/catalog/template.ts';
import { asPrinted, type Percents, shares } from '../build.ts';
import { doseOf } from './parts.ts';

interface LipShade {
  readonly id: string;
  readonly name: string;
  readonly hex: string;
  readonly undertone: NonNullable<TemplateOption['undertone']>;
  readonly pigments: Percents;
}

function shade(
  id: string,
  name: string,
  hex: string,
  undertone: LipShade['undertone'],
  pigments: Percents,
): LipShade {
  return { id, name, hex, undertone, pigments };
}

/** From barely there to almost black, with the pigments in percent of the bullet. */
const lipShades: readonly LipShade[] = [
  shade('porch-light', 'Porch Light', '#D7A48F', 'warm', {
    'ci-77891': 5,
    'ci-77491': 1.2,
    'ci-77492': 1,
  }),
  shade('bare', 'Bare', '#C08A79', 'neutral', { 'ci-77891': 4, 'ci-77491': 2, 'ci-77492': 0.8 }),
  shade('clay-pot', 'Clay Pot', '#A96A55', 'warm', {
    'ci-77891': 3,
    'ci-77491': 3.5,
    'ci-77492': 1,
  }),
  shade('umber', 'Umber', '#7A4A3B', 'neutral', {
    'ci-77891': 1.5,
    'ci-77491': 4.5,
    'ci-77499': 0.8,
  }),
  shade('night-earth', 'Night Earth', '#4E2F29', 'warm', { 'ci-77491': 4.5, 'ci-77499': 2 }),
  shade('peony', 'Peony', '#E08A97', 'cool', { 'ci-77891': 5, 'ci-73360': 1.5 }),
  shade('old-rose', 'Old Rose', '#B96E74', 'cool', {
    'ci-77891': 3.5,
    'ci-15850': 1.5,
    'ci-77491': 1.5,
  }),
  shade('coral-reef', 'Coral Reef', '#E0664E', 'warm', {
    'ci-77891': 3,
    'ci-15850': 2.5,
    'ci-19140': 1,
  }),
  shade('poppy', 'Poppy', '#D23A2A', 'warm', { 'ci-15850': 5, 'ci-19140': 0.8, 'ci-77891': 1 }),
  shade('signal', 'Signal Red', '#B8121F', 'neutral', { 'ci-15850': 6, 'ci-77891': 0.5 }),
  shade('cochineal', 'Cochineal', '#A10F2E', 'cool', { 'ci-75470': 5, 'ci-15850': 2 }),
  shade('ruby-step', 'Ruby Step', '#8C1230', 'cool', {
    'ci-75470': 4,
    'ci-15850': 3,
    'ci-77499': 0.3,
  }),
  shade('fuchsia', 'Fuchsia', '#C2185B', 'cool', { 'ci-45410': 3, 'ci-73360': 2, 'ci-77891': 1 }),
  shade('mulberry', 'Mulberry', '#7B2450', 'cool', { 'ci-45410': 2, 'ci-15850': 3, 'ci-77007': 1 }),
  shade('sour-cherry', 'Sour Cherry', '#6A1527', 'neutral', { 'ci-15850': 5, 'ci-77499': 0.9 }),
  shade('fig-skin', 'Fig Skin', '#4F2138', 'cool', {
    'ci-15850': 3,
    'ci-77007': 1.5,
    'ci-77499': 1.5,
  }),
  shade('plum-black', 'Plum Black', '#331723', 'cool', { 'ci-15850': 2.5, 'ci-77499': 3 }),
  shade('orchid', 'Orchid', '#A86A9A', 'cool', { 'ci-77891': 3, 'ci-77742': 3, 'ci-73360': 1 }),
];

/** Colored with carmine, which is made from insects. */
export const carmineShades: readonly string[] = lipShades
  .filter(({ pigments }) => 'ci-75470' in pigments)
  .map(({ id }) => id);

export const darkLipShades: readonly string[] = ['night-earth', 'fig-skin', 'plum-black'];

export function lipstickShades(fillMg: number): TemplateOption[] {
  return lipShades.map(({ id, name, hex, undertone, pigments }) => ({
    id,
    name: asPrinted(name),
    color: hex,
    undertone,
    ingredients: shares(pigments),
    doses: Object.keys(pigments).map((ci) =>
      doseOf(`CMP-${ci.toUpperCase()}`, { [ci]: pigments[ci] ?? null }, fillMg),
    ),
  }));
}
