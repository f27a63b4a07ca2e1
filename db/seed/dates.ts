/** The demo store opened on this day: every open-ended price holds since then. */
export const opening = Date.UTC(2026, 0, 7);

/** When the shelves and the drawers behind the counter were last counted. */
export const lastCount = Date.UTC(2026, 9, 1, 6);
