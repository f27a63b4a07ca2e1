import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import { deepestShades } from './foundation-shades.ts';
import {
  chosen,
  filled,
  forbid,
  inTheEu,
  noDeclaredAllergen,
  oneOf,
  require,
  ruleBook,
  warn,
} from './rule-book.ts';

const write = ruleBook('foundation');

export const foundationRules: readonly RuleRecord[] = [
  noDeclaredAllergen(write),
  write(
    'matte-limits-glow',
    'A matte finish swallows more than one drop of glow: the pearl would only look gray.',
    { kind: 'limit', group: 'glow', max: 1 },
    chosen('finish', 'matte'),
  ),
  write(
    'matte-without-rosehip',
    'Rosehip oil stays on the surface and makes a matte finish shine again within the hour.',
    forbid(chosen('care', 'rosehip')),
    chosen('finish', 'matte'),
  ),
  write(
    'spf-30-finish',
    'We tested SPF 30 in satin and matte only; a dewy or pearly film spreads too thinly to protect.',
    require(oneOf('finish', 'satin', 'matte')),
    chosen('sun', 'spf-30'),
  ),
  write(
    'spf-without-rosehip',
    'Plant oils break up the mineral film, so the sun protection would not be what the bottle says.',
    forbid(chosen('care', 'rosehip')),
    oneOf('sun', 'spf-15', 'spf-30'),
  ),
  write(
    'spf-30-coverage',
    'SPF 30 needs a layer that a sheer tint does not give.',
    forbid(chosen('coverage', 'sheer')),
    chosen('sun', 'spf-30'),
  ),
  write(
    'titanium-dioxide-limit',
    'A cosmetic may hold 25% titanium dioxide in the EU; in the fairest shades, full coverage and SPF 30 together go beyond that.',
    { kind: 'limitIngredient', ingredient: 'ci-77891', maxPpm: 250_000 },
    inTheEu,
  ),
  write(
    'full-coverage-glow',
    'With full coverage we stop at three drops of glow: more of both settles into lines.',
    { kind: 'limit', group: 'glow', max: 3 },
    chosen('coverage', 'full'),
  ),
  write(
    'pearl-load',
    'Radiant finish and many glow drops together clog the pump with pearl; please take fewer drops.',
    { kind: 'limitIngredient', ingredient: 'synthetic-fluorphlogopite', maxPpm: 45_000 },
  ),
  write(
    'engraving-on-metal',
    'We can engrave brass and steel; lacquer and oak would splinter.',
    require(oneOf('cap', 'brass', 'steel')),
    filled('engraving'),
  ),
  write(
    'tube-cap',
    'The travel tube closes with a light cap: a metal one would tip it over.',
    forbid(oneOf('cap', 'brass', 'steel')),
    chosen('vessel', 'tube'),
  ),
  write(
    'deep-shade-filter',
    'On the deepest shades a mineral SPF 30 leaves a light veil. Try it on your hand first.',
    warn,
    { kind: 'all', of: [chosen('sun', 'spf-30'), oneOf('shade', ...deepestShades)] },
  ),
];
