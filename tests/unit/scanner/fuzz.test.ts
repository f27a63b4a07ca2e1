import { expect, test } from 'vitest';
import { fuzzScanner } from '../../helpers/scanner-fuzz.ts';

const frames = 50_000;

test(`DEV-62 DEV-63 DEV-66 ${frames} frames with noise and split reads: no false scan, none lost`, async () => {
  const report = await fuzzScanner(6_022_140, frames);
  expect(report.frames).toBe(frames);
  expect(report.scans).toBe(frames - report.refused);
  expect(report.refused).toBeGreaterThan(frames / 20);
  expect(report.torn).toBeGreaterThan(100);
  expect(report.tooLong).toBeGreaterThan(10);
});
