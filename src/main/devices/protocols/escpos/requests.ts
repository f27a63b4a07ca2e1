/** The status that `DLE EOT n` asks for. */
export type StatusQuestion = 1 | 2 | 3 | 4;

const GS = 0x1d;
const DLE = 0x10;

/**
 * `DLE EOT n`: printer, offline cause, error or paper, answered at once whatever waits in its buffer.
 * Only between commands: in the middle of one it is taken for a part of it as well.
 */
export function realTimeStatus(n: StatusQuestion): Uint8Array {
  return Uint8Array.of(DLE, 0x04, n);
}

/** Everything that `GS a` can be asked for: drawer, online, error, paper. */
const allStatuses = 0x0f;

/** `GS a n`: the status of what `n` selects now, and again by itself at every change; 0 ends it. */
export function automaticStatus(selection = allStatuses): Uint8Array {
  return Uint8Array.of(GS, 0x61, selection);
}

/** `GS ( H` function 48: says `id`, four printable ASCII characters, when all before it is on paper. */
export function processId(id: string): Uint8Array {
  const data = [...id].map((character) => character.charCodeAt(0));
  return Uint8Array.of(GS, 0x28, 0x48, 6, 0, 48, 48, ...data);
}

/** `GS r 1`: says what the paper sensors see when all before it was processed. */
export function paperStatus(): Uint8Array {
  return Uint8Array.of(GS, 0x72, 1);
}

/** `DLE DC4 8`: forgets at once what was received and is not on paper, half a command included. */
export function clearBuffer(): Uint8Array {
  return Uint8Array.of(DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
}

/**
 * ACK: what a printer waits for after each block of `keys`. Without it the first byte of whatever
 * comes next is taken for the refusal, and missing there (Epson, ESC/POS Handshaking Protocol).
 */
export function acknowledge(): Uint8Array {
  return Uint8Array.of(0x06);
}
