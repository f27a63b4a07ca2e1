/** The key that an arrow leads to from the one that has the focus. */
export function nextKey(keyboard: Element, arrow: string): HTMLElement | null {
  const rows = [...keyboard.querySelectorAll('[data-scan-row]')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('button:not([disabled])'),
  ]);
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return null;
  const at = rows.findIndex((row) => row.includes(focused));
  const row = rows[at] ?? [];
  const place = row.indexOf(focused);
  if (arrow === 'ArrowLeft') return row[place - 1] ?? null;
  if (arrow === 'ArrowRight') return row[place + 1] ?? null;
  const next = rows[at + (arrow === 'ArrowUp' ? -1 : 1)] ?? [];
  const from = middleOf(focused);
  return (
    next.toSorted((a, b) => Math.abs(middleOf(a) - from) - Math.abs(middleOf(b) - from))[0] ?? null
  );
}

function middleOf(key: HTMLElement): number {
  const { left, width } = key.getBoundingClientRect();
  return left + width / 2;
}
