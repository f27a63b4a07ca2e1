import { describe, expect, test } from 'vitest';
import type { OptionGroup } from '#shared/domain/catalog/template.ts';
import { applyChanges, toggled } from '../../../src/renderer/lib/selections.ts';

const option = (id: string) => ({ id, name: { en: id } });
const choice = { id: 'g', name: { en: 'G' }, options: [option('a'), option('b'), option('c')] };
const single: OptionGroup = { ...choice, type: 'single', required: true };
const optional: OptionGroup = { ...choice, type: 'single', required: false };
const multi: OptionGroup = { ...choice, type: 'multi', min: 0, max: 2 };

test('UIX-7 changes replace, add and take back, and leave the rest alone', () => {
  const before = { a: 'one', b: ['x'], c: 3 };
  const after = applyChanges(before, [
    { group: 'a', selection: 'two' },
    { group: 'b', selection: [] },
    { group: 'd', selection: 'new' },
  ]);
  expect(after).toEqual({ a: 'two', c: 3, d: 'new' });
  expect(before).toEqual({ a: 'one', b: ['x'], c: 3 });
});

describe('what a tap makes of a selection', () => {
  test.each([
    [single, undefined, 'a', 'a'],
    [single, 'a', 'a', 'a'],
    [single, 'a', 'b', 'b'],
    [optional, 'a', 'a', null],
    [multi, undefined, 'a', ['a']],
    [multi, ['a'], 'b', ['a', 'b']],
    [multi, ['a', 'b'], 'a', ['b']],
    [multi, ['a'], 'a', null],
  ])('%#', (group, selection, tapped, expected) => {
    expect(toggled(group, selection, tapped)).toEqual(expected);
  });
});
