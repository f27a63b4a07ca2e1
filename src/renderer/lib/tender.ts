const notesMinor = [500, 1000, 2000, 5000, 10_000, 20_000];

/**
 * Amounts that a shopper is likely to hand over for `totalMinor`: exact, and the next round sums
 * above it, smallest first. Notes of currencies with hundredths.
 */
export function quickTenders(totalMinor: number, most = 4): readonly number[] {
  const sums = notesMinor.map((note) => Math.ceil(totalMinor / note) * note);
  const above = [...new Set(sums)].filter((sum) => sum > totalMinor).sort((a, b) => a - b);
  return [totalMinor, ...above].slice(0, most);
}
