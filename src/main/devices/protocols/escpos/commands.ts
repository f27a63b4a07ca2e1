const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

// Number of parameter bytes after the two of the command (Epson, ESC/POS Command Reference).
// What is in none of these tables takes none.
const escapeCommands: ReadonlyMap<number, number> = new Map([
  [0x20, 1], // right-side spacing
  [0x21, 1], // print mode
  [0x24, 2], // absolute position
  [0x25, 1], // user-defined characters
  [0x2d, 1], // underline
  [0x33, 1], // line spacing
  [0x34, 1], // italic
  [0x3d, 1], // peripheral device
  [0x3f, 1], // cancel a user-defined character
  [0x45, 1], // emphasized
  [0x47, 1], // double-strike
  [0x4a, 1], // feed in dots
  [0x4b, 1], // reverse feed
  [0x4d, 1], // font
  [0x52, 1], // international character set
  [0x54, 1], // page mode direction
  [0x56, 1], // rotation
  [0x57, 8], // page mode area
  [0x5c, 2], // relative position
  [0x61, 1], // justification
  [0x63, 2], // sensors and panel buttons
  [0x64, 1], // feed lines
  [0x65, 1], // reverse feed lines
  [0x70, 3], // pulse
  [0x72, 1], // color
  [0x74, 1], // code page
  [0x7b, 1], // upside-down
]);
const groupCommands: ReadonlyMap<number, number> = new Map([
  [0x21, 1], // character size
  [0x24, 2], // vertical position
  [0x2f, 1], // print downloaded image
  [0x42, 1], // white on black
  [0x48, 1], // barcode text position
  [0x49, 1], // printer id
  [0x4c, 2], // left margin
  [0x50, 2], // motion units
  [0x54, 1], // to the beginning of the line
  [0x57, 2], // print area width
  [0x5c, 2], // relative vertical position
  [0x5e, 3], // macro
  [0x61, 1], // automatic status back
  [0x62, 1], // smoothing
  [0x66, 1], // barcode text font
  [0x68, 1], // barcode height
  [0x72, 1], // status
  [0x77, 1], // barcode width
]);
const fileCommands: ReadonlyMap<number, number> = new Map([
  [0x21, 1], // print mode of ideographs
  [0x2d, 1], // underline of ideographs
  [0x43, 1], // code system of ideographs
  [0x53, 2], // spacing of ideographs
  [0x57, 1], // ideographs of double size
  [0x70, 2], // print stored bit image
]);
const realTimeCommands: ReadonlyMap<number, number> = new Map([
  [0x04, 1], // status
  [0x05, 1], // request
]);
/** `DLE DC4 fn`, by its function. */
const realTimeFunctions: ReadonlyMap<number, number> = new Map([
  [1, 3], // pulse
  [2, 3], // power off
  [3, 6], // buzzer
  [7, 2], // status
  [8, 8], // clear
]);

/**
 * How many bytes of parameters follow a command, as far as `rest` tells; `null` when more of it
 * must arrive first.
 */
function parameterLength(lead: number, code: number, rest: Uint8Array): number | null {
  switch (lead) {
    case ESC:
      if (code === 0x28) return countedBlock(rest);
      if (code === 0x2a) return columnImageLength(rest);
      if (code === 0x44) return throughNul(rest);
      return escapeCommands.get(code) ?? 0;
    case GS:
      return groupLength(code, rest);
    case FS:
      return code === 0x28 ? countedBlock(rest) : (fileCommands.get(code) ?? 0);
    case DLE:
      if (code === 0x14) return choose(rest, (fn) => realTimeFunctions.get(fn) ?? 1);
      return realTimeCommands.get(code) ?? 0;
    default:
      return 0;
  }
}

/**
 * Pieces of at most `maxLength` bytes that together are `bytes`, cut between commands and characters:
 * a command that is longer is a piece of its own, whole.
 */
export function splitAtCommands(bytes: Uint8Array, maxLength: number): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let begin = 0;
  let end = 0;
  for (const next of commandEnds(bytes)) {
    if (next - begin > maxLength && end > begin) {
      pieces.push(bytes.subarray(begin, end));
      begin = end;
    }
    end = next;
  }
  if (end > begin) pieces.push(bytes.subarray(begin, end));
  return pieces;
}

/** Length in bytes of the longest command: so much may be missing when a line was cut in its middle. */
export function longestCommand(bytes: Uint8Array): number {
  let longest = 0;
  let begin = 0;
  for (const end of commandEnds(bytes)) {
    longest = Math.max(longest, end - begin);
    begin = end;
  }
  return longest;
}

/** Where each command or character ends; half a command ends with the bytes. */
function* commandEnds(bytes: Uint8Array): Generator<number> {
  let offset = 0;
  while (offset < bytes.length) {
    offset = Math.min(commandEnd(bytes, offset) ?? bytes.length, bytes.length);
    yield offset;
  }
}

/** Where the command or character that begins at `offset` ends; `null` when more of it must arrive first. */
export function commandEnd(bytes: Uint8Array, offset: number): number | null {
  const lead = bytes[offset] ?? 0;
  if (lead !== ESC && lead !== FS && lead !== GS && lead !== DLE) return offset + 1;
  const code = bytes[offset + 1];
  if (code === undefined) return null;
  const begin = offset + 2;
  const length = parameterLength(lead, code, bytes.subarray(begin));
  return length === null || bytes.length < begin + length ? null : begin + length;
}

function groupLength(code: number, rest: Uint8Array): number | null {
  switch (code) {
    case 0x28: // GS ( x pL pH …
      return countedBlock(rest);
    case 0x2a: // GS * x y …: download image of 8x × 8y dots
      return rest.length < 2 ? null : 2 + (rest[0] ?? 0) * (rest[1] ?? 0) * 8;
    case 0x38: // GS 8 L p1 p2 p3 p4 …
      return littleEndian(rest, 1, 4, (count) => 5 + count);
    case 0x56: // cut; from 65 on with a feed
      return choose(rest, (mode) => (mode >= 65 ? 2 : 1));
    case 0x6b: // barcode
      return barcodeLength(rest);
    case 0x76: // GS v 0 m xL xH yL yH …: raster image
      return rest.length < 6 ? null : 6 + word(rest, 2) * word(rest, 4);
    default:
      return groupCommands.get(code) ?? 0;
  }
}

function barcodeLength(rest: Uint8Array): number | null {
  const [symbology, count] = rest;
  if (symbology === undefined) return null;
  if (symbology <= 6) return throughNul(rest);
  return count === undefined ? null : 2 + count;
}

/** ESC * m nL nH …: 8 dots high for m 0 and 1, 24 dots for m 32 and 33. */
function columnImageLength(rest: Uint8Array): number | null {
  const [mode] = rest;
  if (mode === undefined || rest.length < 3) return null;
  return 3 + word(rest, 1) * (mode >= 32 ? 3 : 1);
}

/** A letter, a 16-bit count and that many bytes. */
function countedBlock(rest: Uint8Array): number | null {
  return littleEndian(rest, 1, 2, (count) => 3 + count);
}

function throughNul(rest: Uint8Array): number | null {
  const end = rest.indexOf(0);
  return end === -1 ? null : end + 1;
}

function choose(rest: Uint8Array, lengthFor: (first: number) => number): number | null {
  const [first] = rest;
  return first === undefined ? null : lengthFor(first);
}

function littleEndian(
  rest: Uint8Array,
  at: number,
  size: number,
  lengthFor: (count: number) => number,
): number | null {
  if (rest.length < at + size) return null;
  const bytes = [...rest.subarray(at, at + size)];
  return lengthFor(bytes.reduceRight((sum, byte) => sum * 256 + byte, 0));
}

function word(rest: Uint8Array, at: number): number {
  return (rest[at] ?? 0) + 256 * (rest[at + 1] ?? 0);
}
