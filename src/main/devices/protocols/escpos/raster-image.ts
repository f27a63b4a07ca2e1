/** Dots to be printed: rows of `rowBytes`, the leftmost dot the highest bit, 1 is black. */
export interface RasterImage {
  readonly rowBytes: number;
  readonly heightDots: number;
  readonly bytes: Uint8Array;
}

const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;
const DC4 = 0x14;

/** So much may be missing in the printer when a line is cut: little to fill up. */
const bandBytes = 1024;

/**
 * `GS v 0` for an image, in bands that leave no seam (Epson, ESC/POS Command Reference): it is printed
 * at once, at the alignment that is set, without a line feed.
 */
export function rasterCommands({ rowBytes, heightDots, bytes }: RasterImage): Uint8Array {
  const bandRows = Math.max(1, Math.floor(bandBytes / rowBytes));
  const bands: number[] = [];
  for (let row = 0; row < heightDots; row += bandRows) {
    const rows = Math.min(bandRows, heightDots - row);
    const band = bytes.subarray(row * rowBytes, (row + rows) * rowBytes);
    bands.push(GS, 0x76, 0x30, 0, ...word(rowBytes), ...word(rows), ...withoutRealTime(band));
  }
  return Uint8Array.from(bands);
}

/**
 * The same dots, but for one where chance makes a real-time command of them: printers carry out
 * `DLE EOT`, `DLE ENQ` and `DLE DC4` (which opens the drawer) in the midst of an image too (Epson,
 * ESC/POS Command Reference, DLE DC4, notes).
 */
export function withoutRealTime(bytes: Uint8Array): Uint8Array {
  const harmless = Uint8Array.from(bytes);
  for (let at = 0; at + 1 < harmless.length; at++) {
    const next = harmless[at + 1];
    if (harmless[at] === DLE && (next === EOT || next === ENQ || next === DC4)) {
      harmless[at] = DLE | (DLE >> 1);
    }
  }
  return harmless;
}

/** Low byte first. */
export function word(value: number): readonly [number, number] {
  return [value & 0xff, value >> 8];
}

/** An image of `widthDots`, each dot black where `isBlack` says so; rows end in whole bytes. */
export function drawRaster(
  widthDots: number,
  heightDots: number,
  isBlack: (x: number, y: number) => boolean,
): RasterImage {
  const rowBytes = Math.ceil(widthDots / 8);
  const bytes = new Uint8Array(rowBytes * heightDots);
  for (let y = 0; y < heightDots; y++) {
    for (let x = 0; x < widthDots; x++) {
      if (!isBlack(x, y)) continue;
      const at = y * rowBytes + (x >> 3);
      bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { rowBytes, heightDots, bytes };
}

/** The image with each of its rows `times` times. */
export function repeatRows(
  { rowBytes, heightDots, bytes }: RasterImage,
  times: number,
): RasterImage {
  const repeated = new Uint8Array(bytes.length * times);
  for (let row = 0; row < heightDots * times; row++) {
    const from = Math.floor(row / times) * rowBytes;
    repeated.set(bytes.subarray(from, from + rowBytes), row * rowBytes);
  }
  return { rowBytes, heightDots: heightDots * times, bytes: repeated };
}
