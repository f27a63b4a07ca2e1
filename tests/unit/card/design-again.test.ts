import { expect, test } from 'vitest';
import { designAgain } from '#shared/domain/card/design-again.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';

const named = (en: string) => ({ en });
const option = (id: string) => ({ id, name: named(id) });
const template: TemplateRecord = {
  kind: 'template',
  id: 'lipstick-2',
  name: named('Lipstick'),
  use: 'leaveOn',
  ingredients: [],
  doses: [],
  groups: [
    {
      type: 'color',
      id: 'shade',
      name: named('Shade'),
      required: true,
      options: [option('rose'), option('plum')],
    },
    {
      type: 'multi',
      id: 'care',
      name: named('Care'),
      min: 0,
      max: 2,
      options: ['oil', 'wax', 'aloe'].map(option),
    },
    {
      type: 'amount',
      id: 'scent',
      name: named('Scent'),
      required: false,
      min: 2,
      max: 10,
      step: 2,
      unit: named('drops'),
    },
    {
      type: 'text',
      id: 'engraving',
      name: named('Engraving'),
      required: false,
      minLength: 1,
      maxLength: 10,
      allowed: '\\p{L}',
      blockedWords: [],
    },
  ],
};
const again = (selections: Record<string, string | string[] | number>, leftOut: string[] = []) =>
  designAgain(template, { template: 'lipstick', selections }, leftOut);

test('CRD-32 what is still offered is kept, of whatever template it was', () => {
  expect(again({ shade: 'plum', care: ['oil', 'aloe'], scent: 4 }, ['engraving'])).toEqual({
    design: {
      template: 'lipstick-2',
      selections: { shade: 'plum', care: ['oil', 'aloe'], scent: 4 },
    },
    gone: [],
    goneGroups: 0,
    toType: [{ id: 'engraving', name: named('Engraving') }],
  });
});

test('CRD-32 what is not offered any more is named by its group, and the rest is kept', () => {
  const { design, gone, goneGroups } = again({
    shade: 'coral',
    care: ['oil', 'honey'],
    scent: 5,
    sparkle: 'much',
  });
  expect(design.selections).toEqual({ care: ['oil'] });
  expect(gone.map(({ en }) => en)).toEqual(['Shade', 'Care', 'Scent']);
  expect(goneGroups).toBe(1);
});

test('CRD-32 a selection of another kind than its group has is not kept', () => {
  const { design, gone, toType } = again({
    shade: ['plum'],
    care: 'oil',
    scent: '4',
    engraving: 'Ada',
  });
  expect(design.selections).toEqual({});
  expect(gone).toHaveLength(3);
  expect(toType.map(({ id }) => id)).toEqual(['engraving']);
});

test('CRD-32 more options than the group takes today are cut, with words', () => {
  const { design, gone } = again({ care: ['oil', 'wax', 'aloe', 'oil'] });
  expect(design.selections).toEqual({ care: ['oil', 'wax'] });
  expect(gone.map(({ en }) => en)).toEqual(['Care']);
});
