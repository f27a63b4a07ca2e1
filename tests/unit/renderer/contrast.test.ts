import { describe, expect, it } from 'vitest';
import { type Color, contrast, groundsOf, over, poorest, tooFaint } from '../../e2e/contrast.ts';

const black: Color = [0, 0, 0, 1];
const white: Color = [255, 255, 255, 1];
const clear: Color = [0, 0, 0, 0];
const gray: Color = [119, 119, 119, 1];

describe('UIX-15 how contrast is measured', () => {
  it('is 21:1 between black and white, whichever is the ink, and 1:1 of a color with itself', () => {
    expect(contrast(black, white)).toBeCloseTo(21, 5);
    expect(contrast(white, black)).toBeCloseTo(21, 5);
    expect(contrast(gray, gray)).toBe(1);
  });

  it('is 4.48:1 between #777777 and white, as WCAG tells', () => {
    expect(contrast(gray, white)).toBeCloseTo(4.48, 2);
  });

  it('sees one color through another', () => {
    expect(over([0, 0, 0, 0.5], white)).toEqual([127.5, 127.5, 127.5, 1]);
    expect(over(clear, gray)).toEqual(gray);
  });

  it('takes white paper where nothing is painted', () => {
    expect(groundsOf([])).toEqual([white]);
    expect(groundsOf([[], [clear]])).toEqual([white]);
  });

  it('looks through layers from the back to the front, at each color of a gradient', () => {
    expect(groundsOf([[[255, 255, 255, 0.5]], [black], [gray]])).toEqual([
      [127.5, 127.5, 127.5, 1],
    ]);
    expect(groundsOf([[clear, black], [gray]])).toEqual([gray, black]);
  });

  it('judges words by the color that they are poorest on, and faded ink as it is seen', () => {
    expect(poorest({ ink: black, behind: [[white, black]] })).toBe(1);
    expect(poorest({ ink: [0, 0, 0, 0.5], behind: [[white]] })).toBeCloseTo(3.98, 1);
  });
});

describe('UIX-15 what is reported', () => {
  const words = { text: 'Hello', ink: gray, behind: [[white]], isOnDrawing: false };

  it('is what has too little, each once, with its colors', () => {
    expect(tooFaint([words, words, { ...words, ink: black }], 7)).toEqual([
      '“Hello”: 4.48:1, rgb(119 119 119 / 1.00) on rgb(255 255 255 / 1.00)',
    ]);
    expect(tooFaint([words], 4.4)).toEqual([]);
  });

  it('is what stands on a picture, whose color cannot be told', () => {
    expect(tooFaint([{ ...words, ink: black, isOnDrawing: true }], 7)).toEqual([
      '“Hello” stands on a drawing',
    ]);
  });
});
