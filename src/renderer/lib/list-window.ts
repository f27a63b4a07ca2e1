/** Where a row of a long list stands, in pixels from the top of what scrolls. */
export interface RowPlace {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The list as it was laid out. */
export interface ListPlace {
  /** From the top of what scrolls to the top of the list. */
  readonly topPx: number;
  readonly gapPx: number;
  /** As high as it would be with every row. */
  readonly totalPx: number;
}

/** Room for the rows that are not in the page: above the first, above each that follows, below the last. */
export interface RoomForRows {
  readonly beforePx: number;
  readonly abovePx: ReadonlyMap<number, number>;
  readonly afterPx: number;
}

export function roomForRows(rows: readonly RowPlace[], place: ListPlace): RoomForRows {
  const { topPx, gapPx, totalPx } = place;
  const abovePx = new Map<number, number>();
  let end: number | null = null;
  for (const row of rows) {
    if (end !== null) abovePx.set(row.index, Math.max(0, row.start - end - gapPx));
    end = row.end;
  }
  return {
    beforePx: Math.max(0, (rows[0]?.start ?? topPx) - topPx),
    abovePx,
    afterPx: Math.max(0, totalPx - ((end ?? topPx) - topPx)),
  };
}

/**
 * The rows near the display, and the one that has the focus with its neighbors: it must not go while somebody is
 * on it, nor be a dead end.
 */
export function withFocus(
  rows: readonly number[],
  focused: number | null,
  count: number,
): number[] {
  const kept = focused === null ? [] : [focused - 1, focused, focused + 1];
  const all = new Set([...rows, ...kept.filter((row) => row >= 0 && row < count)]);
  return [...all].sort((a, b) => a - b);
}

/** Columns by the computed `grid-template-columns`, e.g. `210px 210px`. */
export function columnsOf(template: string): number {
  const tracks = template.split(' ').filter((track) => track.endsWith('px'));
  return Math.max(1, tracks.length);
}
