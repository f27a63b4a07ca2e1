import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { en, euros, type Percents, shares } from '../build.ts';
import { lipstickShades } from './lipstick-shades.ts';
import { doseOf, engraving, optionsFor } from './parts.ts';

const fillMg = 3_500;
const option = optionsFor(fillMg);

/** Oils that every bullet is melted from; the wax, the finish and the color are chosen. */
const base: Percents = {
  'ricinus-communis-seed-oil': 36,
  octyldodecanol: 9,
  'diisostearyl-malate': 6,
  'cera-microcristallina': 3,
  tocopherol: 0.3,
};

export const lipstick: TemplateRecord = {
  kind: 'template',
  id: 'lipstick',
  name: en('Lipstick, poured for you'),
  description: en(
    'Your color, poured while you watch: choose wax, finish, scent and the case it lives in.',
  ),
  use: 'leaveOn',
  ingredients: shares(base),
  doses: [doseOf('CMP-BASE-LIP', base, fillMg)],
  groups: [
    {
      id: 'shade',
      type: 'color',
      name: en('Color'),
      help: en('Eighteen colors, from barely there to almost black.'),
      artRole: 'color',
      required: true,
      options: lipstickShades(fillMg),
    },
    {
      id: 'finish',
      type: 'single',
      name: en('Finish'),
      artRole: 'finish',
      required: true,
      options: [
        option('satin', 'Satin', { finish: 'satin' }),
        option('matte', 'Soft matte', {
          finish: 'matte',
          formula: { silica: 6 },
          takes: 'CMP-SILICA',
        }),
        option('gloss', 'Gloss', {
          finish: 'gloss',
          formula: { 'hydrogenated-polyisobutene': 9 },
          takes: 'CMP-GLOSS',
        }),
        option('sheer', 'Sheer', {
          finish: 'sheer',
          formula: { squalane: 7 },
          takes: 'CMP-SQUALANE',
        }),
        option('pearl', 'Pearl', {
          finish: 'shimmer',
          extra: 2,
          formula: { 'synthetic-fluorphlogopite': 5 },
          takes: 'CMP-PEARL',
        }),
      ],
    },
    {
      id: 'wax',
      type: 'single',
      name: en('Wax'),
      required: true,
      options: [
        option('beeswax', 'Beeswax', {
          about: 'Soft and nourishing, with a faint smell of honey.',
          formula: { 'cera-alba': 11 },
          takes: 'CMP-WAX-BEE',
        }),
        option('plant', 'Candelilla, vegan', {
          about: 'A plant wax, a touch firmer. Nothing of animal origin in the bullet.',
          formula: { 'candelilla-cera': 9, 'copernicia-cerifera-cera': 2 },
          takes: 'CMP-WAX-PLANT',
        }),
      ],
    },
    {
      id: 'care',
      type: 'multi',
      name: en('Comfort'),
      help: en('The first one is on us.'),
      min: 0,
      max: 2,
      price: { kind: 'perUnit', amountMinor: euros(2.5), included: 1 },
      options: [
        option('shea', 'Shea butter', {
          formula: { 'butyrospermum-parkii-butter': 6 },
          takes: 'CMP-SHEA',
        }),
        option('jojoba', 'Jojoba', {
          formula: { 'simmondsia-chinensis-seed-oil': 5 },
          takes: 'CMP-JOJOBA',
        }),
        option('hyaluronic', 'Hyaluronic spheres', {
          formula: { 'sodium-hyaluronate': 0.2 },
          takes: 'CMP-HYALURONIC',
        }),
        option('ceramide', 'Ceramide', {
          formula: { 'ceramide-np': 0.2 },
          takes: 'CMP-CERAMIDE',
        }),
      ],
    },
    {
      id: 'scent',
      type: 'single',
      name: en('Scent'),
      required: true,
      options: [
        option('none', 'Unscented'),
        option('vanilla', 'Vanilla', {
          formula: { 'aroma-vanilla': 0.3 },
          takes: 'CMP-AROMA-VANILLA',
        }),
        option('rose', 'Rose', { formula: { 'aroma-rose': 0.25 }, takes: 'CMP-AROMA-ROSE' }),
        option('mint', 'Mint', {
          formula: { 'peppermint-oil': 0.3, menthol: 0.15 },
          takes: 'CMP-AROMA-MINT',
        }),
      ],
    },
    {
      id: 'tingle',
      type: 'amount',
      name: en('Plumping tingle'),
      help: en('Cool menthol and a trace of chili. Zero is none, three is lively.'),
      required: false,
      min: 0,
      max: 3,
      step: 1,
      unit: en('steps'),
      unitOne: en('step'),
      price: {
        kind: 'tiered',
        tiers: [
          { from: 1, amountMinor: euros(2) },
          { from: 3, amountMinor: euros(3) },
        ],
      },
      ingredientsPerUnit: shares({ menthol: 0.08, 'capsicum-frutescens-extract': 0.02 }),
      dosesPerUnit: [doseOf('CMP-TINGLE', { menthol: 0.1 }, fillMg)],
    },
    {
      id: 'cap',
      type: 'single',
      name: en('Case'),
      artRole: 'cap',
      required: true,
      options: [
        option('ink', 'Ink lacquer', { color: '#23212A', takes: 'CMP-CASE-INK' }),
        option('blush', 'Blush lacquer', { color: '#D8A9A0', takes: 'CMP-CASE-BLUSH' }),
        option('walnut', 'Walnut', { color: '#6B4A34', extra: 4, takes: 'CMP-CASE-WALNUT' }),
        option('brass', 'Solid brass', { color: '#B08D57', extra: 9, takes: 'CMP-CASE-BRASS' }),
        option('silver', 'Silver', { color: '#C3C7CB', extra: 9, takes: 'CMP-CASE-SILVER' }),
        option('refill', 'No case, refill only', {
          extra: -6,
          about: 'Clicks into a case that you have at home.',
        }),
      ],
    },
    engraving(10, 'around a metal case'),
  ],
};
