import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { en, euros, type Percents, shares } from '../build.ts';
import { foundationShades } from './foundation-shades.ts';
import { doseOf, engraving, optionsFor } from './parts.ts';

const fillMg = 30_000;
const option = optionsFor(fillMg);

/** What every design has; water makes up whatever the choices leave. */
const base: Percents = {
  aqua: 24,
  'caprylic-capric-triglyceride': 6,
  isododecane: 5,
  glycerin: 4,
  'polyglyceryl-3-diisostearate': 3,
  'pentylene-glycol': 2,
  phenoxyethanol: 0.8,
  ethylhexylglycerin: 0.2,
  tocopherol: 0.2,
};

export const foundation: TemplateRecord = {
  kind: 'template',
  id: 'foundation',
  name: en('Foundation, blended for you'),
  description: en(
    'Forty shades from very fair to very deep, in the finish, cover and care that you want. Ready in eight minutes.',
  ),
  use: 'leaveOn',
  ingredients: shares(base),
  doses: [doseOf('CMP-BASE-FND', base, fillMg)],
  groups: [
    {
      id: 'shade',
      type: 'color',
      name: en('Shade'),
      help: en('C is cool, N neutral, W warm, O olive. Hold the tester to your jaw, in daylight.'),
      artRole: 'color',
      required: true,
      options: foundationShades(fillMg),
    },
    {
      id: 'finish',
      type: 'single',
      name: en('Finish'),
      artRole: 'finish',
      required: true,
      options: [
        option('satin', 'Satin', { finish: 'satin', about: 'Like skin on a good day.' }),
        option('matte', 'Matte', {
          finish: 'matte',
          about: 'Soft silica takes the shine away.',
          formula: { silica: 4 },
          takes: 'CMP-SILICA',
        }),
        option('dewy', 'Dewy', {
          finish: 'gloss',
          about: 'A film of squalane that catches the light.',
          formula: { squalane: 5 },
          takes: 'CMP-SQUALANE',
        }),
        option('radiant', 'Radiant', {
          finish: 'shimmer',
          about: 'Fine pearl, no glitter.',
          extra: 3,
          formula: { 'synthetic-fluorphlogopite': 2.5 },
          takes: 'CMP-PEARL',
        }),
      ],
    },
    {
      id: 'coverage',
      type: 'single',
      name: en('Coverage'),
      required: true,
      options: [
        option('medium', 'Medium', { about: 'Evens, and still looks like you.' }),
        option('sheer', 'Sheer', { about: 'A tint: freckles stay.' }),
        option('full', 'Full', {
          about: 'Covers marks in one layer.',
          extraPercent: 15,
          formula: { 'ci-77891': 5, 'boron-nitride': 2 },
          takes: 'CMP-COVER',
        }),
      ],
    },
    {
      id: 'care',
      type: 'multi',
      name: en('Care inside'),
      help: en('One is included, each further one costs a little more.'),
      min: 0,
      max: 3,
      price: { kind: 'perUnit', amountMinor: euros(3), included: 1 },
      options: [
        option('hyaluronic', 'Hyaluronic acid', {
          about: 'Holds water, plumps fine lines.',
          formula: { 'sodium-hyaluronate': 0.5 },
          takes: 'CMP-HYALURONIC',
        }),
        option('niacinamide', 'Niacinamide 4%', {
          about: 'Evens tone and calms redness.',
          formula: { niacinamide: 4 },
          takes: 'CMP-NIACINAMIDE',
        }),
        option('ceramide', 'Ceramide', {
          about: 'Mends a dry barrier.',
          formula: { 'ceramide-np': 0.3, cholesterol: 0.2 },
          takes: 'CMP-CERAMIDE',
        }),
        option('rosehip', 'Rosehip oil', {
          about: 'Rich in linoleic acid, for skin that feels tight.',
          formula: { 'rosa-canina-fruit-oil': 3 },
          takes: 'CMP-ROSEHIP',
        }),
        option('rose', 'Rose water', {
          about: 'Lightly scented, for a moment of calm in the morning.',
          formula: { 'rosa-damascena-flower-water': 4, 'rose-oil': 0.01 },
          takes: 'CMP-ROSEWATER',
        }),
        option('cica', 'Centella', {
          about: 'Settles skin that reddens easily.',
          formula: { 'centella-asiatica-extract': 1 },
          takes: 'CMP-CENTELLA',
        }),
      ],
    },
    {
      id: 'sun',
      type: 'single',
      name: en('Mineral filter'),
      help: en('Optional, and never a replacement for sunscreen.'),
      required: false,
      options: [
        option('spf-15', 'SPF 15', {
          extra: 4,
          formula: { 'ci-77891': 5, 'zinc-oxide': 3 },
          takes: 'CMP-FILTER',
        }),
        option('spf-30', 'SPF 30', {
          extra: 7,
          formula: { 'ci-77891': 10, 'zinc-oxide': 5 },
          takes: 'CMP-FILTER',
        }),
      ],
    },
    {
      id: 'glow',
      type: 'amount',
      name: en('Glow drops'),
      help: en('One drop is a hint, five are candlelight.'),
      required: false,
      min: 0,
      max: 5,
      step: 1,
      unit: en('drops'),
      unitOne: en('drop'),
      price: { kind: 'perUnit', amountMinor: euros(1.5), included: 0 },
      ingredientsPerUnit: shares({ 'synthetic-fluorphlogopite': 0.6, 'ci-77491': 0.02 }),
      dosesPerUnit: [doseOf('CMP-PEARL', { 'synthetic-fluorphlogopite': 0.6 }, fillMg)],
    },
    {
      id: 'vessel',
      type: 'single',
      name: en('Bottle'),
      artRole: 'vessel',
      required: true,
      options: [
        option('pump', 'Glass with pump', { takes: 'CMP-VSL-PUMP-30' }),
        option('dropper', 'Glass with dropper', { takes: 'CMP-VSL-DROPPER-30' }),
        option('tube', 'Soft travel tube', { extra: -2, takes: 'CMP-VSL-TUBE-30' }),
      ],
    },
    {
      id: 'cap',
      type: 'single',
      name: en('Cap'),
      artRole: 'cap',
      required: true,
      options: [
        option('black', 'Black', { color: '#24211F', takes: 'CMP-CAP-BLACK' }),
        option('oak', 'Oak', { color: '#B98F5E', extra: 3, takes: 'CMP-CAP-OAK' }),
        option('brass', 'Brushed brass', { color: '#B08D57', extra: 6, takes: 'CMP-CAP-BRASS' }),
        option('steel', 'Brushed steel', { color: '#B9BEC2', extra: 6, takes: 'CMP-CAP-STEEL' }),
      ],
    },
    engraving(12, 'on a metal cap'),
  ],
};
