import * as fc from 'fast-check';
import type { Lab } from '#shared/domain/color/lab.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Any color that the contract lets through, near what a screen can show. */
export const anyLab: fc.Arbitrary<Lab> = fc.record({
  l: between(0, 100),
  a: between(-128, 128),
  b: between(-128, 128),
});

/** Colors about as skin has them. */
export const skinLab: fc.Arbitrary<Lab> = fc.record({
  l: between(20, 92),
  a: between(2, 25),
  b: between(4, 35),
});

/** Any color as `#rrggbb`. */
export const anyHex: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);
