// Writes docs/shade-matching.md from the real foundation shades beside the project. Run it after changing how
// shades are matched; a test tells when it is due.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { realDataFile } from '../tests/helpers/real-data.ts';
import { readFoundationShades } from './lib/foundation-shades.ts';
import { shadeReport } from './lib/shade-report.ts';

const shades = readFoundationShades(realDataFile('foundation-shades.csv'));
const page = 'docs/shade-matching.md';
writeFileSync(fileURLToPath(new URL(`../${page}`, import.meta.url)), shadeReport(shades));
console.log(page);
