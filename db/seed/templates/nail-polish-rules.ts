import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import {
  amountAtLeast,
  chosen,
  filled,
  forbid,
  noDeclaredAllergen,
  oneOf,
  require,
  ruleBook,
  warn,
} from './rule-book.ts';

const write = ruleBook('nail-polish');

export const nailPolishRules: readonly RuleRecord[] = [
  noDeclaredAllergen(write),
  write(
    'water-without-quick-dry',
    'Quick dry works by evaporating alcohol, and curdles the water-based formula.',
    forbid(chosen('extras', 'quick-dry')),
    chosen('carrier', 'water'),
  ),
  write(
    'water-glitter',
    'In the thin water-based formula more than two pinches of glitter sink to the bottom.',
    { kind: 'limit', group: 'glitter', max: 2 },
    chosen('carrier', 'water'),
  ),
  write(
    'matte-glitter',
    'A matte film covers glitter with a gray haze.',
    { kind: 'limit', group: 'glitter', max: 0 },
    chosen('finish', 'matte'),
  ),
  write('pearl-load', 'Shimmer and that much glitter clog the brush; please take a little less.', {
    kind: 'limitIngredient',
    ingredient: 'ci-77019',
    maxPpm: 60_000,
  }),
  write(
    'water-and-reds',
    'Strong organic reds bleed into the nail from the water-based formula; the classic one holds them.',
    forbid({ kind: 'ingredientSum', ingredient: 'ci-15850', op: 'ge', ppm: 15_000 }),
    chosen('carrier', 'water'),
  ),
  write(
    'jelly-without-white',
    'A jelly has to be see-through, and this color needs too much white for that.',
    forbid({ kind: 'ingredientSum', ingredient: 'ci-77891', op: 'gt', ppm: 20_000 }),
    chosen('finish', 'jelly'),
  ),
  write(
    'glitter-brush',
    'From three pinches of glitter on you need the wide brush to lay the flakes flat.',
    require(chosen('brush', 'wide')),
    amountAtLeast('glitter', 3),
  ),
  write(
    'calcium-or-bamboo',
    'Calcium hardens and bamboo bends: together they make the film brittle.',
    forbid({ kind: 'all', of: [chosen('extras', 'calcium'), chosen('extras', 'bamboo')] }),
  ),
  write(
    'engraving-on-steel',
    'Only the steel cap can be engraved.',
    require(chosen('cap', 'steel')),
    filled('engraving'),
  ),
  write(
    'classic-solvents',
    'Contains solvents: use it with the window open, away from flames, and out of reach of children.',
    warn,
    { kind: 'all', of: [chosen('carrier', 'classic'), chosen('extras', 'quick-dry')] },
  ),
  write(
    'stain-warning',
    'Deep pigments can tint bare nails; a base coat underneath prevents it.',
    warn,
    oneOf('shade', 'oxblood', 'bottle-green', 'ink', 'soot'),
  ),
];
