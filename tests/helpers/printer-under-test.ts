import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import type { VirtualDevice, VirtualLineEnd } from '#main/devices/transports/virtual-device.ts';

/** A printer that can do everything, for 80 mm paper. */
export const capableProfile: PrinterProfile = {
  id: 'epson-tm-t88',
  name: 'Test printer (80 mm)',
  columns: 42,
  dotsPerLine: 512,
  codePages: new Map([
    ['windows1252', 16],
    ['cp858', 19],
    ['cp437', 0],
  ]),
  feedBeforeCut: 4,
  nativeSymbols: true,
  storesLogo: true,
  drawer: { pin: 2, onMs: 100, offMs: 500 },
  drawerOpenIsHigh: true,
  realTimeStatus: true,
  automaticStatus: true,
  clearsBuffer: true,
  confirms: 'processId',
};

/** The kiosk's end of a line to a virtual device: what it said, and whether the cable came out. */
export interface LineUnderTest {
  readonly end: VirtualLineEnd;
  /** The bytes that the device sent since the last time. */
  heard(): readonly number[];
  cut(): boolean;
}

export function lineTo(device: VirtualDevice): LineUnderTest {
  let heard: number[] = [];
  let cut = false;
  const end = device.connect({
    send: (bytes) => heard.push(...bytes),
    unplug: () => {
      cut = true;
    },
  });
  return {
    end,
    heard() {
      const bytes = heard;
      heard = [];
      return bytes;
    },
    cut: () => cut,
  };
}

/** The bytes of an ASCII text. */
export function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
