import { expect, test } from 'vitest';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { lookOfDesign } from '../../../src/renderer/components/product-art/design-look.ts';
import { type Look, lookOf } from '../../../src/renderer/components/product-art/look.ts';

const base: Look = {
  vessel: 'bottle',
  color: '#c8a17f',
  accent: '#222222',
  finish: 'satin',
  cap: '#333333',
  brand: 'Brand',
};

const option = (id: string, more: object = {}) => ({ id, name: { en: id }, ...more });
const single = (id: string, artRole: 'color' | 'finish' | 'vessel' | 'cap', options: object[]) => ({
  id,
  type: 'single' as const,
  name: { en: id },
  required: true,
  artRole,
  options,
});

// The options are written out above; the schema's own type is wider than what is needed here.
const template = {
  kind: 'template',
  id: 't',
  name: { en: 'T' },
  use: 'leaveOn',
  ingredients: [],
  doses: [],
  groups: [
    single('shade', 'color', [option('red', { color: '#a8243c' })]),
    single('finish', 'finish', [option('pearl', { finish: 'shimmer' })]),
    single('vessel', 'vessel', [option('glass-dropper'), option('sachet')]),
    single('cap', 'cap', [option('brass', { color: '#b08d57' })]),
    {
      id: 'words',
      type: 'text',
      name: { en: 'Words' },
      artRole: 'engraving',
      required: false,
      minLength: 1,
      maxLength: 10,
      allowed: 'a-z',
      blockedWords: [],
    },
  ],
} as TemplateRecord;

test('UIX-10 nothing chosen leaves the drawing as it is', () => {
  expect(lookOfDesign(base, template, {})).toEqual(base);
});

test('UIX-10 each group changes its own part', () => {
  const selections = {
    shade: 'red',
    finish: 'pearl',
    vessel: 'glass-dropper',
    cap: 'brass',
    words: 'Élodie',
  };
  expect(lookOfDesign(base, template, selections)).toEqual({
    ...base,
    color: '#a8243c',
    finish: 'shimmer',
    vessel: 'dropper',
    cap: '#b08d57',
    engraving: 'Élodie',
  });
});

test('UIX-10 an option without a vessel in its id, or unknown, changes nothing', () => {
  expect(lookOfDesign(base, template, { vessel: 'sachet', shade: 'gone' })).toEqual(base);
});

test('a product without a drawing gets one from its category and shade', () => {
  const look = lookOf({
    kind: 'product',
    sku: 'X',
    type: 'ready',
    name: { en: 'Night Lacquer' },
    brand: 'B',
    category: 'Nail polish',
    taxClass: 'standard',
    shade: { hex: '#112233' },
  });
  expect(look.vessel).toBe('polish');
  expect(look.color).toBe('#112233');
});
