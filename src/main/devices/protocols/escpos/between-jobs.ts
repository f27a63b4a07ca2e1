import type { PrinterProfile } from './printer-profile.ts';

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const LF = 0x0a;

/**
 * Opens the drawer now: in real time (`DLE DC4 1`, hundreds of milliseconds) where the printer answers
 * in real time, so that it works without paper too; else by `ESC p` in units of 2 ms.
 */
export function drawerPulse({ drawer, realTimeStatus }: PrinterProfile): Uint8Array {
  const pin = drawer.pin === 2 ? 0 : 1;
  if (realTimeStatus) {
    const hundreds = Math.min(8, Math.max(1, Math.round(drawer.onMs / 100)));
    return Uint8Array.of(DLE, 0x14, 1, pin, hundreds);
  }
  return Uint8Array.of(ESC, 0x70, pin, drawer.onMs / 2, drawer.offMs / 2);
}

/** Ends whatever an earlier job left on the paper, so that the next begins on paper of its own. */
export function startAfresh({ feedBeforeCut }: PrinterProfile): Uint8Array {
  const initialize = [ESC, 0x40];
  if (feedBeforeCut === null) return Uint8Array.of(...initialize, LF, LF, LF, LF);
  return Uint8Array.of(...initialize, LF, ESC, 0x64, feedBeforeCut, GS, 0x56, 1);
}
