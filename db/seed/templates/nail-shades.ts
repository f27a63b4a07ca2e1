import type { TemplateOption } from '#shared/domain/catalog/template.ts';
import { asPrinted, type Percents, shares } from '../build.ts';
import { doseOf } from './parts.ts';

type NailShade = readonly [id: string, name: string, hex: string, pigments: Percents];

const nailShades: readonly NailShade[] = [
  ['milk', 'Milk', '#F1E8DE', { 'ci-77891': 3 }],
  ['shell', 'Shell', '#EBCFC4', { 'ci-77891': 2.5, 'ci-77491': 0.1 }],
  ['ballet', 'Ballet', '#DFA9A6', { 'ci-77891': 2, 'ci-73360': 0.3 }],
  ['terracotta', 'Terracotta', '#B4593F', { 'ci-77891': 1, 'ci-77491': 1.6 }],
  ['tomato', 'Tomato', '#CB2D20', { 'ci-15850': 1.5, 'ci-77891': 0.4 }],
  ['crimson', 'Crimson', '#A20F24', { 'ci-15850': 2 }],
  ['oxblood', 'Oxblood', '#551019', { 'ci-15850': 1.8, 'ci-77499': 0.6 }],
  ['raspberry', 'Raspberry', '#AE1F56', { 'ci-73360': 1.8, 'ci-77891': 0.3 }],
  ['plum', 'Plum', '#50243F', { 'ci-73360': 1, 'ci-77007': 0.8, 'ci-77499': 0.5 }],
  ['lilac', 'Lilac', '#B7A0C2', { 'ci-77891': 2, 'ci-77742': 1 }],
  ['cornflower', 'Cornflower', '#4A6BA8', { 'ci-77891': 1, 'ci-77007': 1.6 }],
  ['ink', 'Ink', '#1C2740', { 'ci-77510': 1.2, 'ci-77499': 0.6 }],
  ['sage', 'Sage', '#98A68A', { 'ci-77891': 1.6, 'ci-77288': 0.8 }],
  ['bottle-green', 'Bottle Green', '#1F4236', { 'ci-77288': 1.6, 'ci-77499': 0.4 }],
  ['mustard', 'Mustard', '#C6982B', { 'ci-77492': 1.8, 'ci-77891': 0.6 }],
  ['mushroom', 'Mushroom', '#A89683', { 'ci-77891': 1.6, 'ci-77491': 0.3, 'ci-77499': 0.2 }],
  ['slate', 'Slate', '#565B61', { 'ci-77891': 0.8, 'ci-77499': 0.8 }],
  ['soot', 'Soot', '#1A1A1B', { 'ci-77499': 2.2 }],
];

export function nailPolishShades(fillMg: number): TemplateOption[] {
  return nailShades.map(([id, name, hex, pigments]) => ({
    id,
    name: asPrinted(name),
    color: hex,
    ingredients: shares(pigments),
    doses: Object.keys(pigments).map((ci) =>
      doseOf(`CMP-${ci.toUpperCase()}`, { [ci]: pigments[ci] ?? null }, fillMg),
    ),
  }));
}
