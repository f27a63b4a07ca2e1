import type { IngredientRecord } from '#shared/domain/catalog/ingredient.ts';
import { colorant } from './ingredient.ts';

export const colorants: readonly IngredientRecord[] = [
  colorant('77891', 'Titanium Dioxide'),
  colorant('77491', 'Iron Oxides', 'Red Iron Oxide'),
  colorant('77492', 'Yellow Iron Oxide'),
  colorant('77499', 'Black Iron Oxide'),
  colorant('77007', 'Ultramarines'),
  colorant('77288', 'Chromium Oxide Greens'),
  colorant('77510', 'Ferric Ferrocyanide'),
  colorant('77742', 'Manganese Violet'),
  colorant('77019', 'Mica'),
  colorant('15850', 'Red 6', 'Red 7'),
  colorant('45410', 'Red 28 Lake'),
  colorant('17200', 'Red 33'),
  colorant('73360', 'Red 30'),
  colorant('75470', 'Carmine'),
  colorant('19140', 'Yellow 5 Lake'),
  colorant('42090', 'Blue 1 Lake'),
];

/** Names behind the plus-minus sign on the box of a shade range. */
export const mineralShades = ['CI 77891', 'CI 77491', 'CI 77492', 'CI 77499'];
export const lipShades = [
  'CI 77891',
  'CI 77491',
  'CI 77492',
  'CI 77499',
  'CI 15850',
  'CI 45410',
  'CI 73360',
  'CI 75470',
];
export const nailShades = [
  'CI 77891',
  'CI 77491',
  'CI 77499',
  'CI 77510',
  'CI 77288',
  'CI 15850',
  'CI 73360',
  'CI 77742',
  'CI 77019',
];
