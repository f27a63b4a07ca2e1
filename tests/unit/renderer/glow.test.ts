import { expect, test } from 'vitest';
import { contrastWithInk, lightnessOf, mix } from '../../../src/renderer/lib/color.ts';
import { paperTinted, stageGlow, tileGlow } from '../../../src/renderer/lib/glow.ts';

const levels = ['00', '2a', '55', '80', 'aa', 'd5', 'ff'];
const colors = levels.flatMap((red) =>
  levels.flatMap((green) => levels.map((blue) => `#${red}${green}${blue}`)),
);
const papers = [tileGlow.light, tileGlow.deep, stageGlow.light, stageGlow.deep];

test('UIX-15 ink keeps 7:1 beside a product of whatever color', () => {
  for (const color of colors) {
    for (const paper of papers) {
      expect(contrastWithInk(paperTinted(color, paper)), color).toBeGreaterThanOrEqual(7);
    }
  }
});

test('a color that is light enough is mixed as it always was, and a dark one stays a tint', () => {
  expect(paperTinted('#e8c9b0', tileGlow.deep)).toBe(mix('#e8c9b0', ...tileGlow.deep));
  const night = paperTinted('#101030', tileGlow.deep);
  expect(lightnessOf(night)).toBeLessThan(lightnessOf(tileGlow.deep[0]));
});

test('contrast with ink is that of WCAG', () => {
  expect(contrastWithInk('#1f1814')).toBe(1);
  expect(contrastWithInk('#ffffff')).toBeCloseTo(17.4, 0);
});
