import { type CodePage, characters } from '#main/devices/protocols/escpos/code-pages.ts';
import { commandEnd } from '#main/devices/protocols/escpos/commands.ts';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import { required } from '#shared/lib/assert.ts';

/** A small reader of ESC/POS of its own, for what the encoder writes; it knows nothing of paper. */

const ESC = 0x1b;
const GS = 0x1d;
const LF = 0x0a;

/** `bytes` cut into commands and characters. */
export function commandsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const commands: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = required(commandEnd(bytes, at), `the end of the command at ${at}`);
    commands.push(bytes.subarray(at, end));
    at = end;
  }
  return commands;
}

export function isCommand(command: Uint8Array, lead: 'ESC' | 'GS', letter: string): boolean {
  return (
    command.length > 1 &&
    command[0] === (lead === 'ESC' ? ESC : GS) &&
    command[1] === letter.charCodeAt(0)
  );
}

export interface SentText {
  readonly text: string;
  /** The pages that were selected for it, in turn. */
  readonly pages: readonly CodePage[];
}

/** The lines of text, each with the code pages that its characters beyond ASCII are sent in. */
export function textLinesOf(bytes: Uint8Array, { codePages }: PrinterProfile): readonly SentText[] {
  const pageOf = new Map([...codePages].map(([page, number]) => [number, page]));
  const lines: SentText[] = [];
  let page: CodePage | undefined;
  let text = '';
  let pages: CodePage[] = [];
  for (const command of commandsOf(bytes)) {
    const [byte = 0, , parameter = 0] = command;
    if (isCommand(command, 'ESC', 't')) page = required(pageOf.get(parameter), `page ${parameter}`);
    if (command.length > 1) continue;
    if (byte === LF) {
      lines.push({ text, pages });
      text = '';
      pages = [];
    } else if (byte < 0x80) {
      text += String.fromCharCode(byte);
    } else {
      const sent = required(page, 'a code page for what is beyond ASCII');
      text += characters(sent)[byte] ?? '';
      if (pages.at(-1) !== sent) pages.push(sent);
    }
  }
  return lines;
}

export interface SentImage {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly isBlack: (x: number, y: number) => boolean;
}

/** What is sent as `GS v 0`, all bands below each other. */
export function imageOf(bytes: Uint8Array): SentImage | null {
  const bands = commandsOf(bytes).filter((command) => isCommand(command, 'GS', 'v'));
  const [first] = bands;
  if (first === undefined) return null;
  const rowBytes = Math.max(...bands.map((band) => (band[4] ?? 0) + 256 * (band[5] ?? 0)));
  const rows = bands.flatMap((band) => {
    const length = (band[4] ?? 0) + 256 * (band[5] ?? 0);
    const count = (band[6] ?? 0) + 256 * (band[7] ?? 0);
    return Array.from({ length: count }, (_, row) =>
      band.subarray(8 + row * length, 8 + (row + 1) * length),
    );
  });
  return {
    widthDots: rowBytes * 8,
    heightDots: rows.length,
    isBlack: (x, y) => (((rows[y]?.[x >> 3] ?? 0) >> (7 - (x & 7))) & 1) === 1,
  };
}

/** The columns that have ink, as ranges from the left; gaps of fewer than `gapDots` are closed. */
export function inkColumns(
  image: SentImage,
  gapDots: number,
): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (let x = 0; x < image.widthDots; x++) {
    if (!Array.from({ length: image.heightDots }, (_, y) => y).some((y) => image.isBlack(x, y)))
      continue;
    const last = ranges.at(-1);
    if (last !== undefined && x - last[1] <= gapDots) last[1] = x;
    else ranges.push([x, x]);
  }
  return ranges;
}

/** Number of black dots. */
export function inkOf(image: SentImage): number {
  let ink = 0;
  for (let y = 0; y < image.heightDots; y++) {
    for (let x = 0; x < image.widthDots; x++) if (image.isBlack(x, y)) ink++;
  }
  return ink;
}
