import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { en, euros, shares } from '../build.ts';
import { nailPolishShades } from './nail-shades.ts';
import { doseOf, engraving, optionsFor } from './parts.ts';

const fillMg = 11_500;
const option = optionsFor(fillMg);

export const nailPolish: TemplateRecord = {
  kind: 'template',
  id: 'nail-polish',
  name: en('Nail polish, shaken for you'),
  description: en(
    'Eighteen colors, four finishes, with solvent or with water. Dry in the time of a song.',
  ),
  use: 'leaveOn',
  // The carrier is chosen below, so the base is only what keeps pigments afloat in either.
  ingredients: shares({ 'stearalkonium-bentonite': 1 }),
  doses: [doseOf('CMP-BENTONITE', { 'stearalkonium-bentonite': 1 }, fillMg)],
  groups: [
    {
      id: 'shade',
      type: 'color',
      name: en('Color'),
      artRole: 'color',
      required: true,
      options: nailPolishShades(fillMg),
    },
    {
      id: 'carrier',
      type: 'single',
      name: en('Formula'),
      required: true,
      options: [
        option('classic', 'Ten day', {
          about: 'Classic lacquer with solvent: hard, glossy, long-lived.',
          formula: {
            'butyl-acetate': 30,
            'ethyl-acetate': 20,
            nitrocellulose: 12,
            'acetyl-tributyl-citrate': 5,
            'neopentyl-glycol-copolymer': 7,
            'isopropyl-alcohol': 3,
          },
          takes: 'CMP-LACQUER-CLASSIC',
        }),
        option('water', 'Water-based', {
          about: 'Hardly any smell, washes off with warm soap after three days.',
          formula: { aqua: 48, 'styrene-acrylates-copolymer': 26, propanediol: 3 },
          takes: 'CMP-LACQUER-WATER',
        }),
      ],
    },
    {
      id: 'finish',
      type: 'single',
      name: en('Finish'),
      artRole: 'finish',
      required: true,
      options: [
        option('cream', 'Cream', { finish: 'gloss', about: 'Opaque and glossy.' }),
        option('matte', 'Matte', {
          finish: 'matte',
          formula: { silica: 3 },
          takes: 'CMP-SILICA',
        }),
        option('shimmer', 'Shimmer', {
          finish: 'shimmer',
          extra: 1,
          formula: { 'ci-77019': 3, 'tin-oxide': 0.05 },
          takes: 'CMP-MICA',
        }),
        option('jelly', 'Jelly', {
          finish: 'sheer',
          about: 'See-through, like boiled sweets.',
          formula: { 'acetyl-tributyl-citrate': 2 },
          takes: 'CMP-JELLY',
        }),
      ],
    },
    {
      id: 'extras',
      type: 'multi',
      name: en('Care inside'),
      min: 0,
      max: 2,
      price: { kind: 'perUnit', amountMinor: euros(1.5), included: 0 },
      options: [
        option('calcium', 'Calcium', {
          about: 'For nails that split.',
          formula: { 'calcium-pantothenate': 0.3 },
          takes: 'CMP-CALCIUM',
        }),
        option('bamboo', 'Bamboo', {
          about: 'Silica from bamboo, for nails that bend.',
          formula: { 'bambusa-vulgaris-extract': 0.3 },
          takes: 'CMP-BAMBOO',
        }),
        option('vitamin-e', 'Vitamin E', {
          about: 'Keeps the film supple.',
          formula: { 'tocopheryl-acetate': 0.5 },
          takes: 'CMP-VITAMIN-E',
        }),
        option('tea', 'Scent of tea', {
          about: 'Smells of green tea once it is dry.',
          formula: { 'parfum-tea': 0.3 },
          takes: 'CMP-ACC-TEA',
        }),
        option('quick-dry', 'Quick dry', {
          about: 'Touch-dry in sixty seconds.',
          formula: { 'isopropyl-alcohol': 4 },
          takes: 'CMP-QUICK-DRY',
        }),
      ],
    },
    {
      id: 'glitter',
      type: 'amount',
      name: en('Glitter'),
      help: en('Glass flakes, no plastic. Five is New Year’s Eve.'),
      required: false,
      min: 0,
      max: 5,
      step: 1,
      unit: en('pinches'),
      unitOne: en('pinch'),
      price: { kind: 'perUnit', amountMinor: euros(0.8), included: 0 },
      ingredientsPerUnit: shares({ borosilicate: 0.8, 'ci-77019': 0.7 }),
      dosesPerUnit: [doseOf('CMP-GLITTER', { borosilicate: 1.5 }, fillMg)],
    },
    {
      id: 'brush',
      type: 'single',
      name: en('Brush'),
      required: true,
      options: [
        option('wide', 'Wide and flat', { takes: 'CMP-BRUSH-WIDE' }),
        option('slim', 'Slim', {
          about: 'For small nails and steady hands.',
          takes: 'CMP-BRUSH-SLIM',
        }),
      ],
    },
    {
      id: 'cap',
      type: 'single',
      name: en('Cap'),
      artRole: 'cap',
      required: true,
      options: [
        option('black', 'Black', { color: '#1E1B1C', takes: 'CMP-NCAP-BLACK' }),
        option('white', 'White', { color: '#F3EFEA', takes: 'CMP-NCAP-WHITE' }),
        option('steel', 'Brushed steel', { color: '#B9BEC2', extra: 4, takes: 'CMP-NCAP-STEEL' }),
      ],
    },
    engraving(8, 'on the steel cap'),
  ],
};
