/** As a `ref`: where a sheet or a screen scrolls, what has just appeared is scrolled to; no further than it must be. */
export function bringIntoSight(appeared: HTMLElement | null): void {
  appeared?.scrollIntoView({ block: 'nearest' });
}
