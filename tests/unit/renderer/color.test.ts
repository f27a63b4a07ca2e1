import { expect, test, vi } from 'vitest';
import { lightnessOf, mix, tone } from '../../../src/renderer/lib/color.ts';

test('mixing keeps both ends', () => {
  expect(mix('#a8243c', '#17483b', 0)).toBe('#a8243c');
  expect(mix('#a8243c', '#17483b', 1)).toBe('#17483b');
});

test('a tone is lighter or darker and keeps its channel order', () => {
  const red = '#a8243c';
  expect(lightnessOf(tone(red, 0.3))).toBeGreaterThan(lightnessOf(red));
  expect(lightnessOf(tone(red, -0.3))).toBeLessThan(lightnessOf(red));
  expect(tone(red, 0)).toBe(red);
  const dark = tone(red, -0.5);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(dark.slice(at, at + 2), 16));
  expect(r).toBeGreaterThan(b ?? 0);
  expect(b).toBeGreaterThanOrEqual(g ?? 0);
});

test('white is lightest and black is darkest', () => {
  expect(lightnessOf('#ffffff')).toBeCloseTo(1, 3);
  expect(lightnessOf('#000000')).toBe(0);
});

test('UIX-104 a tone is mixed once, a darker one too', () => {
  const roots = vi.spyOn(Math, 'cbrt');
  const tones = () => [mix('#a1b2c3', '#17483b', 0.3), tone('#a1b2c3', 0.4), tone('#a1b2c3', -0.4)];
  const first = tones();
  const once = roots.mock.calls.length;
  expect(once).toBeGreaterThan(0);
  expect(tones()).toEqual(first);
  expect(roots.mock.calls.length).toBe(once);
  expect(new Set(first).size).toBe(3);
  roots.mockRestore();
});
