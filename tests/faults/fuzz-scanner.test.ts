import { expect, test } from 'vitest';
import { fuzzScanner } from '../helpers/scanner-fuzz.ts';

/** A million under `npm run faults`; a share of it, of another seed than the unit test's, otherwise. */
const frames = process.env.BLENDBAR_FAULTS === 'full' ? 1_000_000 : 20_000;

test(`DEV-62 DEV-63 DEV-66 ${frames} frames with noise and split reads: no false scan, none lost`, async () => {
  const report = await fuzzScanner(8_314_463, frames);
  expect(report.frames).toBe(frames);
  expect(report.scans).toBe(frames - report.refused);
  process.stdout.write(
    `fuzz-scanner: ${report.frames} frames on ${report.lines} lines, ${report.scans} scans told, ` +
      `${report.refused} wrong ones refused, ${report.torn} torn, ${report.tooLong} too long\n`,
  );
});
