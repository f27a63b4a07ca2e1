import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { en, type Percents, shares } from '../build.ts';
import { doseOf, engraving, optionsFor } from './parts.ts';

/** Doses are for the 50 ml flacon; the recipe ticket scales them to the size that was chosen. */
const fillMg = 44_000;
const option = optionsFor(fillMg);

const base: Percents = { 'alcohol-denat': 68, aqua: 4 };

const top: OptionGroup = {
  id: 'top',
  type: 'single',
  name: en('Top note'),
  help: en('What you smell first, for a quarter of an hour.'),
  required: true,
  options: [
    option('bergamot', 'Bergamot', {
      formula: { 'bergamot-oil': 2 },
      takes: 'CMP-OIL-BERGAMOT',
    }),
    option('lemon', 'Lemon', { formula: { 'lemon-oil': 1.8 }, takes: 'CMP-OIL-LEMON' }),
    option('neroli', 'Neroli', {
      extra: 6,
      formula: { 'neroli-oil': 1.2 },
      takes: 'CMP-OIL-NEROLI',
    }),
    option('pink-pepper', 'Pink pepper', {
      formula: { 'pink-pepper-oil': 0.8 },
      takes: 'CMP-OIL-PINKPEPPER',
    }),
    option('spice', 'Clove and orange', {
      formula: { 'clove-oil': 0.25, 'orange-oil': 1 },
      takes: 'CMP-OIL-SPICE',
    }),
    option('green-fig', 'Green fig', {
      formula: { 'parfum-green-fig': 1.5 },
      takes: 'CMP-ACC-FIG',
    }),
  ],
};

const heart: OptionGroup = {
  id: 'heart',
  type: 'multi',
  name: en('Heart'),
  help: en('What stays for the afternoon. One or two.'),
  min: 1,
  max: 2,
  options: [
    option('rose', 'Damask rose', {
      extra: 9,
      formula: { 'rose-oil': 0.6, 'geranium-oil': 0.6 },
      takes: 'CMP-OIL-ROSE',
    }),
    option('jasmine', 'Jasmine', {
      extra: 9,
      formula: { 'jasmine-extract': 0.8 },
      takes: 'CMP-OIL-JASMINE',
    }),
    option('ylang', 'Ylang-ylang', { formula: { 'ylang-oil': 0.9 }, takes: 'CMP-OIL-YLANG' }),
    option('carnation', 'Carnation', {
      formula: { 'clove-oil': 0.5, 'rose-oil': 0.2 },
      takes: 'CMP-ACC-CARNATION',
    }),
    option('fern', 'Lavender fern', {
      about: 'A fougère: lavender, coumarin and a little oakmoss.',
      formula: { 'lavender-oil': 1.5, 'oakmoss-extract': 0.04 },
      takes: 'CMP-ACC-FERN',
    }),
    option('iris', 'Iris powder', { formula: { 'parfum-powder': 1.8 }, takes: 'CMP-ACC-IRIS' }),
  ],
};

const drydown: OptionGroup = {
  id: 'base',
  type: 'multi',
  name: en('Base'),
  help: en('What is still there tomorrow, on your scarf. One or two.'),
  min: 1,
  max: 2,
  options: [
    option('musk', 'Clean musk', { formula: { 'parfum-skin-musk': 3 }, takes: 'CMP-ACC-MUSK' }),
    option('sandalwood', 'Sandalwood', {
      extra: 8,
      formula: { 'sandalwood-oil': 2 },
      takes: 'CMP-OIL-SANDALWOOD',
    }),
    option('cedar', 'Atlas cedar', {
      formula: { 'cedarwood-oil': 2.5 },
      takes: 'CMP-OIL-CEDAR',
    }),
    option('patchouli', 'Patchouli', {
      formula: { 'patchouli-oil': 2 },
      takes: 'CMP-OIL-PATCHOULI',
    }),
    option('vanilla', 'Vanilla', { formula: { 'vanilla-extract': 2.5 }, takes: 'CMP-OIL-VANILLA' }),
    option('oakmoss', 'Oakmoss', {
      formula: { 'oakmoss-extract': 0.08, 'patchouli-oil': 0.5 },
      takes: 'CMP-OIL-OAKMOSS',
    }),
    option('amber', 'Amber and labdanum', {
      about: 'Warm resin. Our supplier does not state every allergen in it.',
      formula: { 'labdanum-resin': 1, 'parfum-amber': 2 },
      takes: 'CMP-ACC-AMBER',
    }),
  ],
};

export const fragrance: TemplateRecord = {
  kind: 'template',
  id: 'fragrance',
  name: en('Eau, written for you'),
  description: en(
    'Top, heart and base from nineteen materials, in the strength and the flacon that you like.',
  ),
  use: 'leaveOn',
  ingredients: shares(base),
  doses: [doseOf('CMP-ALCOHOL', base, fillMg)],
  groups: [
    {
      id: 'strength',
      type: 'single',
      name: en('Strength'),
      required: true,
      options: [
        option('edp', 'Eau de parfum', {
          about: 'Six hours and more.',
          formula: { 'parfum-skin-musk': 3 },
          takes: 'CMP-ACC-MUSK',
        }),
        option('edt', 'Eau de toilette', { about: 'Light and brisk, three to four hours.' }),
        option('extrait', 'Extrait', {
          about: 'Dense and close to the skin, all day.',
          extraPercent: 45,
          formula: { 'parfum-skin-musk': 5, 'sandalwood-oil': 1.5 },
          takes: 'CMP-ACC-EXTRAIT',
        }),
      ],
    },
    top,
    heart,
    drydown,
    {
      id: 'tint',
      type: 'color',
      name: en('Tint'),
      artRole: 'color',
      required: true,
      options: [
        option('straw', 'Straw', { color: '#EBD9A5' }),
        option('clear', 'Clear', { color: '#EDF1F0' }),
        option('rosy', 'Rosy', { color: '#EBC3C0', formula: { 'ci-17200': 0.001 } }),
        option('celadon', 'Celadon', {
          color: '#BCD3C2',
          formula: { 'ci-42090': 0.0005, 'ci-19140': 0.0005 },
        }),
        option('cognac', 'Cognac', {
          color: '#A8622D',
          formula: { 'ci-19140': 0.002, 'ci-17200': 0.001 },
        }),
      ],
    },
    {
      id: 'size',
      type: 'single',
      name: en('Size'),
      required: true,
      options: [
        option('50', '50 ml', { takes: 'CMP-FLACON-50' }),
        option('30', '30 ml', { extra: -24, takes: 'CMP-FLACON-30' }),
        option('100', '100 ml', { extra: 46, takes: 'CMP-FLACON-100' }),
      ],
    },
    {
      id: 'cap',
      type: 'single',
      name: en('Stopper'),
      artRole: 'cap',
      required: true,
      options: [
        option('ink', 'Ink lacquer', { color: '#23212A', takes: 'CMP-STOPPER-INK' }),
        option('beech', 'Steamed beech', {
          color: '#C39A6B',
          extra: 4,
          takes: 'CMP-STOPPER-BEECH',
        }),
        option('brass', 'Turned brass', { color: '#B08D57', extra: 9, takes: 'CMP-STOPPER-BRASS' }),
        option('glass', 'Ground glass', {
          color: '#DDE5E4',
          extra: 12,
          takes: 'CMP-STOPPER-GLASS',
        }),
      ],
    },
    {
      id: 'ribbon',
      type: 'color',
      name: en('Ribbon'),
      help: en('Tied around the neck, if you like.'),
      artRole: 'accent',
      required: false,
      options: [
        option('oxblood', 'Oxblood', { color: '#6B1E2A', extra: 1.5, takes: 'CMP-RIBBON' }),
        option('forest', 'Forest', { color: '#2F4A3A', extra: 1.5, takes: 'CMP-RIBBON' }),
        option('ochre', 'Ochre', { color: '#C58B2C', extra: 1.5, takes: 'CMP-RIBBON' }),
        option('midnight', 'Midnight', { color: '#1F2A44', extra: 1.5, takes: 'CMP-RIBBON' }),
      ],
    },
    engraving(16, 'on the shoulder of the flacon'),
  ],
};
