import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFoundationShades } from '../../../scripts/lib/foundation-shades.ts';
import { measureBands } from '../../../scripts/lib/shade-distances.ts';
import { shadeReport } from '../../../scripts/lib/shade-report.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';

const page = join(import.meta.dirname, '../../../docs/shade-matching.md');
const file = 'foundation-shades.csv';

test('SHD-50 docs/shade-matching.md is what is measured now', (context) => {
  needRealData(context);
  const written = shadeReport(readFoundationShades(realDataFile(file)));
  expect(readFileSync(page, 'utf8') === written, 'run: node scripts/write-shade-report.ts').toBe(
    true,
  );
});

test('SHD-50 what the page says in words holds: deep tones have fewer and farther shades', (context) => {
  needRealData(context);
  const bands = measureBands(readFoundationShades(realDataFile(file)));
  const deepToLight = bands.slice(0, 6);
  const medians = deepToLight.map(({ otherBrand }) => otherBrand.median);
  expect(medians).toEqual(medians.toSorted((one, other) => other - one));
  const counts = deepToLight.map(({ shades }) => shades);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(bands.reduce((sum, { shades }) => sum + shades, 0)).toBe(6_816);
});
