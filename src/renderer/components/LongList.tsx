import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { columnsOf, roomForRows, withFocus } from '../lib/list-window.ts';

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  /** Of a CSS grid; how many columns it has is theirs to say. */
  readonly className: string;
  /** A guess at the height of a row that was not measured yet. */
  readonly rowPx: number;
  /** How many there are when not every one is in `items` yet; null when nobody knows. */
  readonly total?: number | null;
  readonly isBusy?: boolean;
  /** The last row comes near. */
  readonly onNearEnd?: () => void;
}

interface Layout {
  readonly scroller: Element | null;
  readonly columns: number;
  readonly gapPx: number;
  readonly topPx: number;
}

const notLaidOut: Layout = { scroller: null, columns: 1, gapPx: 0, topPx: 0 };
/** In the page beyond the display, above and below. */
const overscanRows = 2;

/**
 * A list of which only the rows near the display are in the page. To who hears it, it is one list: each item says
 * its place and of how many. The row with the focus stays. UIX-100 to UIX-103.
 */
export function LongList<T>({
  items,
  keyOf,
  children,
  className,
  rowPx,
  total = items.length,
  isBusy = false,
  onNearEnd,
}: LongListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [layout, setLayout] = useState(notLaidOut);
  // It is in the page already: only the next scrolling has to know.
  const focused = useRef<number | null>(null);
  const { scroller, columns, gapPx, topPx } = layout;
  const rowCount = Math.ceil(items.length / columns);

  const virtualizer = useVirtualizer<Element, HTMLLIElement>({
    count: rowCount,
    getScrollElement: () => scroller,
    estimateSize: () => rowPx,
    overscan: overscanRows,
    gap: gapPx,
    scrollMargin: topPx,
    rangeExtractor: (range) =>
      withFocus(
        defaultRangeExtractor(range),
        focused.current === null ? null : Math.floor(focused.current / columns),
        rowCount,
      ),
  });

  // What stands above it may have changed with any render.
  useLayoutEffect(() => {
    if (list.current === null) return;
    const now = layoutOf(list.current);
    setLayout((last) => (isSame(last, now) ? last : now));
  });
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const now = layoutOf(element);
      setLayout((last) => (isSame(last, now) ? last : now));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other columns every row has another height
  useLayoutEffect(() => virtualizer.measure(), [columns]);

  const rows = virtualizer.getVirtualItems().filter(({ index }) => index < rowCount);
  const lastRow = rows.at(-1)?.index ?? -1;
  useLayoutEffect(() => {
    if (lastRow >= 0 && lastRow >= rowCount - 1) onNearEnd?.();
  }, [lastRow, rowCount, onNearEnd]);

  const totalPx = virtualizer.getTotalSize();
  const room = roomForRows(rows, { topPx, gapPx, totalPx });
  return (
    <ul
      ref={list}
      aria-busy={isBusy}
      className={`content-start ${className}`}
      style={{ paddingTop: room.beforePx, paddingBottom: room.afterPx }}
      onFocus={(event) => {
        focused.current = placeOf(event);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Within the list the next one is about to say so itself.
        if (!currentTarget.contains(relatedTarget)) focused.current = null;
      }}
    >
      {rows.flatMap(({ index: row }) =>
        items.slice(row * columns, (row + 1) * columns).map((item, column) => {
          const place = row * columns + column;
          return (
            <li
              key={keyOf(item)}
              ref={column === 0 ? virtualizer.measureElement : undefined}
              data-index={row}
              data-place={place}
              aria-posinset={place + 1}
              aria-setsize={total ?? -1}
              style={{ marginTop: room.abovePx.get(row) ?? 0 }}
            >
              {children(item)}
            </li>
          );
        }),
      )}
    </ul>
  );
}

function placeOf({ target }: FocusEvent): number | null {
  const place = target.closest('[data-place]')?.getAttribute('data-place');
  return place === null || place === undefined ? null : Number(place);
}

function layoutOf(list: HTMLElement): Layout {
  const style = getComputedStyle(list);
  const scroller = scrollerOf(list);
  const topPx =
    scroller === null
      ? 0
      : list.getBoundingClientRect().top -
        scroller.getBoundingClientRect().top +
        scroller.scrollTop;
  return {
    scroller,
    columns: columnsOf(style.gridTemplateColumns),
    gapPx: Number.parseFloat(style.rowGap) || 0,
    topPx: Math.round(topPx),
  };
}

/** What scrolls depends on the text size and on the orientation: the list's own part of the screen, or all of it. */
function scrollerOf(list: HTMLElement): Element | null {
  for (let parent = list.parentElement; parent !== null; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}

function isSame(a: Layout, b: Layout): boolean {
  return (
    a.scroller === b.scroller &&
    a.columns === b.columns &&
    a.gapPx === b.gapPx &&
    Math.abs(a.topPx - b.topPx) <= 1
  );
}
