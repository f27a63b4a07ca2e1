import type { StatusQuestion } from './requests.ts';
import type { PrinterStatus } from './status.ts';

/** What an ESC/POS printer says. */
export type PrinterAnswer =
  /** To `DLE EOT n`; which `n` is told by the order of the questions alone. */
  | { readonly kind: 'realTime'; readonly byte: number }
  /** The four bytes that it sends by itself after `GS a`. */
  | { readonly kind: 'automatic'; readonly status: Uint8Array }
  /** To `GS ( H`: everything before it was processed. */
  | { readonly kind: 'processId'; readonly id: string }
  /** To `GS r 1`: everything before it was processed. */
  | { readonly kind: 'paper'; readonly byte: number }
  /** To `DLE DC4 8`: its buffers are empty. */
  | { readonly kind: 'cleared' }
  /** To `GS ( L` function 64: keys of stored images. It waits for `acknowledge`, also when no `more` follow. */
  | { readonly kind: 'keys'; readonly keys: readonly string[]; readonly more: boolean }
  /** XON and XOFF: whether it takes more bytes. */
  | { readonly kind: 'flow'; readonly sendOn: boolean };

/** Takes the bytes of a printer as they come. */
export interface AnswerReader {
  push(bytes: Uint8Array): void;
  /** Forgets half an answer: what comes next is of another line. */
  reset(): void;
}

// How bytes are told apart (Epson, ESC/POS Command Reference, Transmission Status Identification):
// fixed bits 0xx1xx10 are an answer to DLE EOT, 0xx1xx00 begin an automatic status, whose other three
// bytes are 0xx0xxxx, as answers to GS r are; 37h … 00h and 5Fh … 00h or 3Dh … 00h enclose a block.
const kindBits = 0b1001_0011;
const realTimeKind = 0b0001_0010;
const automaticKind = 0b0001_0000;
const plainBits = 0b1001_0000;
const NUL = 0x00;
const XON = 0x11;
const XOFF = 0x13;
const blockHeader = 0x37;
const informationHeaders: readonly number[] = [0x5f, 0x3d];
/** Forty keys of two characters, and what encloses them. */
const longestBlock = 84;
const automaticLength = 4;

/**
 * Finds answers in what a printer sends, however it is cut into pieces. After anything that is no
 * answer, and until a NUL or a whole block, no byte counts for `GS r`: it may be the rest of a block
 * whose beginning was lost, and nothing must be confirmed that is not on paper. DEV-81.
 */
export function createAnswerReader(onAnswer: (answer: PrinterAnswer) => void): AnswerReader {
  /** The automatic status or block that has begun. */
  let open: number[] = [];
  /** In the middle of something whose beginning was lost. */
  let astray = false;

  function begin(byte: number): void {
    if ((byte & kindBits) === realTimeKind) {
      onAnswer({ kind: 'realTime', byte });
    } else if ((byte & kindBits) === automaticKind || startsBlock(byte)) {
      open = [byte];
    } else if (astray) {
      if (byte === NUL) astray = false;
    } else if (isPaper(byte)) {
      onAnswer({ kind: 'paper', byte });
    } else {
      astray = true;
    }
  }

  function goOn(byte: number): void {
    const [first = 0] = open;
    open.push(byte);
    if (startsBlock(first)) {
      if (byte !== NUL && open.length < longestBlock && fitsBlock(open)) return;
      const block = open;
      open = [];
      astray = byte !== NUL;
      const answer = astray ? null : blockAnswer(block);
      if (answer !== null) onAnswer(answer);
      else if (astray) begin(byte);
      return;
    }
    if ((byte & plainBits) !== 0) {
      open = [];
      astray = true;
      begin(byte);
    } else if (open.length === automaticLength) {
      const status = Uint8Array.from(open);
      open = [];
      onAnswer({ kind: 'automatic', status });
    }
  }

  return {
    push(bytes) {
      for (const byte of bytes) {
        // These may come in the middle of anything.
        if (byte === XON || byte === XOFF) onAnswer({ kind: 'flow', sendOn: byte === XON });
        else if (open.length > 0) goOn(byte);
        else begin(byte);
      }
    },
    reset() {
      open = [];
      astray = false;
    },
  };
}

function startsBlock(byte: number): boolean {
  return byte === blockHeader || informationHeaders.includes(byte);
}

/** Whether an unfinished block can still become an answer; of information only the end counts. */
function fitsBlock([header, ...rest]: readonly number[]): boolean {
  if (header !== blockHeader) return true;
  if (!rest.every((byte) => byte >= 0x20 && byte <= 0x7e)) return false;
  const [identifier] = rest;
  if (identifier === 0x22) return rest.length <= 5;
  return identifier !== 0x25 || rest.length === 1;
}

function blockAnswer(block: readonly number[]): PrinterAnswer | null {
  const [header, identifier] = block;
  if (header !== blockHeader) return null;
  const data = block.slice(2, -1);
  if (identifier === 0x22 && data.length === 4) return { kind: 'processId', id: text(data) };
  if (identifier === 0x25 && block.length === 3) return { kind: 'cleared' };
  const [more, ...keys] = data;
  if (identifier !== 0x72 || (more !== 0x40 && more !== 0x41) || keys.length % 2 === 1) return null;
  return { kind: 'keys', keys: text(keys).match(/../g) ?? [], more: more === 0x41 };
}

/**
 * Near-end and end have two bits each. The reserved bits 5 and 6 must be off, although the reference
 * leaves them open: with them on, letters of a block whose header was lost would be confirmations.
 */
function isPaper(byte: number): boolean {
  return byte === 0x00 || byte === 0x03 || byte === 0x0c || byte === 0x0f;
}

function text(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes);
}

// Bits of the answers to DLE EOT and GS r and of the automatic status (Epson, ESC/POS Command
// Reference, DLE EOT, GS r, GS a; TM-T88III series specification, pages 83 to 145).
const realTimeFixed = 0x12;
const printerBits = { drawerHigh: 0x04, offline: 0x08 } as const;
const offlineBits = { coverOpen: 0x04, paperStop: 0x20, error: 0x40 } as const;
const errorBits = { recoverable: 0x04, cutter: 0x08, unrecoverable: 0x20, passing: 0x40 } as const;
const sensorBits = { nearEnd: 0x0c, end: 0x60 } as const;
const automaticFixed = 0x10;
const automaticBits = {
  drawerHigh: 0x04,
  offline: 0x08,
  coverOpen: 0x20,
  nearEnd: 0x03,
  end: 0x0c,
} as const;
const anyError = errorBits.recoverable | errorBits.unrecoverable | errorBits.passing;

/**
 * What the answer to `DLE EOT n` tells; what it does not tell is absent. `2` knows that there is an
 * error, not which: merged in the order 1 to 4, the better-informed byte counts.
 */
export function decodeRealTime(n: StatusQuestion, byte: number): Partial<PrinterStatus> {
  const has = (bits: number) => (byte & bits) !== 0;
  switch (n) {
    case 1:
      return { drawerHigh: has(printerBits.drawerHigh), offline: has(printerBits.offline) };
    case 2:
      return {
        coverOpen: has(offlineBits.coverOpen),
        ...(has(offlineBits.paperStop) ? { paperOut: true } : {}),
      };
    case 3:
      return { cutterError: has(errorBits.cutter), error: has(anyError) };
    case 4:
      return { paperNearEnd: has(sensorBits.nearEnd), paperOut: has(sensorBits.end) };
  }
}

/** The byte by which a printer in this state answers `DLE EOT n`. */
export function encodeRealTime(n: StatusQuestion, status: PrinterStatus): number {
  switch (n) {
    case 1:
      return (
        realTimeFixed |
        bits(status.drawerHigh, printerBits.drawerHigh) |
        bits(status.offline, printerBits.offline)
      );
    case 2:
      return (
        realTimeFixed |
        bits(status.coverOpen, offlineBits.coverOpen) |
        bits(status.paperOut, offlineBits.paperStop) |
        bits(status.error || status.cutterError, offlineBits.error)
      );
    case 3:
      return realTimeFixed | errorByte(status);
    case 4:
      return (
        realTimeFixed |
        bits(status.paperNearEnd, sensorBits.nearEnd) |
        bits(status.paperOut, sensorBits.end)
      );
  }
}

/** What the four bytes of an automatic status tell. */
export function decodeAutomatic(status: Uint8Array): PrinterStatus {
  const [first = 0, second = 0, third = 0] = status;
  return {
    offline: (first & automaticBits.offline) !== 0,
    coverOpen: (first & automaticBits.coverOpen) !== 0,
    drawerHigh: (first & automaticBits.drawerHigh) !== 0,
    cutterError: (second & errorBits.cutter) !== 0,
    error: (second & anyError) !== 0,
    paperNearEnd: (third & automaticBits.nearEnd) !== 0,
    paperOut: (third & automaticBits.end) !== 0,
  };
}

/** The four bytes that a printer in this state sends by itself after `GS a`. */
export function encodeAutomatic(status: PrinterStatus): Uint8Array {
  return Uint8Array.of(
    automaticFixed |
      bits(status.drawerHigh, automaticBits.drawerHigh) |
      bits(status.offline, automaticBits.offline) |
      bits(status.coverOpen, automaticBits.coverOpen),
    errorByte(status),
    paperByte(status),
    0,
  );
}

/** The answer to `GS r 1`. */
export function encodePaper(status: PrinterStatus): number {
  return paperByte(status);
}

/** The answer to `GS r 2`. */
export function encodeDrawer(status: PrinterStatus): number {
  return bits(status.drawerHigh, 0x01);
}

function paperByte({ paperNearEnd, paperOut }: PrinterStatus): number {
  return bits(paperNearEnd, automaticBits.nearEnd) | bits(paperOut, automaticBits.end);
}

/** Errors have the same bits in `DLE EOT 3` and in the second byte of the automatic status. */
function errorByte({ cutterError, error }: PrinterStatus): number {
  return bits(cutterError, errorBits.cutter) | bits(error, errorBits.unrecoverable);
}

function bits(on: boolean, mask: number): number {
  return on ? mask : 0;
}
