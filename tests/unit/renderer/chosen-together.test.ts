import { expect, test } from 'vitest';
import { chosenTogether } from '../../../src/renderer/lib/survey/chosen-together.ts';

const choices = [
  { value: 'price', label: 'The price' },
  { value: 2, label: 'Two' },
  { value: 'none', label: null, isExclusive: true },
] as const;

test.each([
  [[], ['price'], ['price']],
  [['price'], ['price', '2'], ['price', '2']],
  [['price', '2'], ['price', '2', 'none'], ['none']],
  [['none'], ['none', '2'], ['2']],
  [['none'], [], []],
  [['price', '2'], ['2'], ['2']],
])('SUR-11 none of these stands alone: from %j by %j to %j', (before, after, left) => {
  expect(chosenTogether(choices, before, after)).toEqual(left);
});
