import { expect, test } from 'vitest';
import { fitOf } from '../../../src/renderer/lib/use-fitted-scale.ts';

test('UIX-22 what fits keeps its size', () => {
  expect(fitOf(900, 600, 0.7)).toEqual({ scale: 1, heightPx: 600, overflows: false });
});

test('UIX-22 what is a little too high shrinks until it fits', () => {
  expect(fitOf(900, 1000, 0.7)).toEqual({ scale: 0.9, heightPx: 900, overflows: false });
});

test('UIX-22 nothing shrinks until it cannot be read: then it scrolls', () => {
  expect(fitOf(900, 3000, 0.7)).toEqual({ scale: 0.7, heightPx: 2100, overflows: true });
});

test('UIX-22 nothing there yet is no reason to shrink', () => {
  expect(fitOf(900, 0, 0.7)).toEqual({ scale: 1, heightPx: 0, overflows: false });
});
