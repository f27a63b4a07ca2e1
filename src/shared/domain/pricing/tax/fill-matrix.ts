import { mulDivParts } from '../../money/round.ts';
import { sum } from '../../money/sum.ts';

/**
 * Splits every row sum over the columns in the columns' proportion, so that rows and columns sum
 * exactly and no cell is negative: cells are rounded down, and what is missing in a row goes one by
 * one to the columns that still miss most (ties to the earlier one). Row and column sums agree.
 */
export function fillMatrix(
  rowSums: readonly number[],
  columnSums: readonly number[],
): readonly (readonly number[])[] {
  const total = sum(columnSums);
  if (total === 0) return rowSums.map(() => columnSums.map(() => 0));
  const missing = [...columnSums];
  const floors = rowSums.map((row) =>
    columnSums.map((column, index) => {
      const { quotient } = mulDivParts(row, column, total);
      missing[index] = (missing[index] ?? 0) - quotient;
      return quotient;
    }),
  );
  return floors.map((cells, index) => raiseCells(cells, rowSums[index] ?? 0, missing));
}

/** Hands out what the row misses, and takes it from the columns' `missing` counts. */
function raiseCells(
  floors: readonly number[],
  rowSum: number,
  missing: number[],
): readonly number[] {
  const cells = [...floors];
  for (let left = rowSum - sum(cells); left > 0; left--) {
    const neediest = missing.indexOf(Math.max(...missing));
    cells[neediest] = (cells[neediest] ?? 0) + 1;
    missing[neediest] = (missing[neediest] ?? 0) - 1;
  }
  return cells;
}
