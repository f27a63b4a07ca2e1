import { createScanner } from '#main/devices/scanner.ts';
import { manualTime, settle } from './manual-timers.ts';
import { seededRandom } from './random.ts';
import { below, makeCode, pick, type SentCode } from './scanner-codes.ts';
import { scriptedTransport } from './scripted-transport.ts';

/**
 * What has to hold of every scan that a scanner device tells:
 * - it is one of the codes that were sent whole, in their order, each once;
 * - it says exactly what that code was made of;
 * and of every code that was sent whole: it is told, unless it was made wrong, and then it is not.
 *
 * Around the codes comes whatever the framing promises to cope with (DEV-62, DEV-63): any cuts, pauses
 * below the silence that ends a code, control characters anywhere, codes that are torn off or far too
 * long, and between STX/ETX frames noise of any bytes.
 */
export interface FuzzReport {
  readonly frames: number;
  readonly scans: number;
  readonly refused: number;
  readonly torn: number;
  readonly tooLong: number;
  readonly lines: number;
}

const framesPerLine = 200;
const styles = ['cr', 'lf', 'crlf', 'stxEtx', 'stxEtxCrlf', 'stxCr', 'silence'] as const;
type Style = (typeof styles)[number];

const stx = 0x02;
const etx = 0x03;
const lineEnds: Readonly<Record<Style, readonly number[]>> = {
  cr: [0x0d],
  lf: [0x0a],
  crlf: [0x0d, 0x0a],
  stxEtx: [etx],
  stxEtxCrlf: [etx, 0x0d, 0x0a],
  stxCr: [0x0d],
  silence: [],
};
/** Control characters that mean nothing to the framing or to GS1. */
const idleControls = [0, 1, 4, 5, 6, 7, 8, 9, 11, 12, 14, 16, 17, 19, 24, 27, 28, 30, 31, 127];

/** Sends so many codes from one scanner device to the next; throws at the first difference. */
export async function fuzzScanner(seed: number, frames: number): Promise<FuzzReport> {
  const random = seededRandom(seed);
  const time = manualTime(Date.UTC(2025, 5, 15));
  const transport = scriptedTransport();
  const scanner = createScanner({
    settings: { connection: { kind: 'virtual' } },
    transportOf: () => transport,
    clock: time,
    timers: time,
  });
  let expected: string[] = [];
  let heard: string[] = [];
  scanner.onScan((code) => heard.push(JSON.stringify(code)));
  const report = { frames: 0, scans: 0, refused: 0, torn: 0, tooLong: 0, lines: 0 };
  await settle();

  while (report.frames < frames) {
    const style = pick(random, styles);
    sendLine(style);
    const at = `seed ${seed}, line ${report.lines}, ${style}`;
    compare(expected, heard, at);
    report.scans += heard.length;
    report.lines += 1;
    expected = [];
    heard = [];
    // The next scanner is plugged in; what this one had begun is forgotten.
    transport.send(Uint8Array.from([0x34, 0x30, 0x30, 0x36]));
    transport.unplug();
    await time.advance(600);
    if (heard.length > 0) throw new Error(`Half a code was told after a line was lost: ${at}`);
  }
  await scanner.close();
  return report;

  function sendLine(style: Style): void {
    const count = Math.min(framesPerLine, frames - report.frames);
    let waiting: number[] = [];
    const flush = () => {
      sendInCuts(Uint8Array.from(waiting));
      waiting = [];
    };
    for (let index = 0; index < count; index += 1) {
      // How codes end has shown by then, and torn ones cannot convince of another habit.
      const settled = index > 2;
      let open = false;
      if (settled && random() < 0.02) {
        flush();
        open = sendTorn(style);
      }
      if (settled && random() < 0.002) {
        waiting.push(...tooLongFrame(style));
        if (style === 'silence') pause(200);
        report.tooLong += 1;
      }
      const code = makeCode(random, report.frames);
      report.frames += 1;
      if (code.read === null) report.refused += 1;
      else expected.push(JSON.stringify(code.read));
      waiting.push(...(open ? [] : noiseBefore(style, settled)), ...frameOf(style, code, settled));
      // Silence ends a code here, and the first one behind an STX that is but a prefix.
      const needsSilence = style === 'silence' || (style === 'stxCr' && index === 0);
      if (needsSilence) pause(200);
      else if (random() < 0.3) flush();
    }
    flush();
    time.advanceNow(200);

    function pause(ms: number): void {
      flush();
      time.advanceNow(ms);
    }
  }

  /**
   * The beginning of a code whose rest never comes. True when the next STX has to end it, and no noise may
   * come before, in which an ETX would make it whole.
   */
  function sendTorn(style: Style): boolean {
    // Whoever ends codes with silence cannot tell half of one from a whole one.
    if (style === 'silence') return false;
    const { bytes } = makeCode(random, report.frames);
    const half = bytes.subarray(0, 1 + below(random, bytes.length - 1));
    sendInCuts(Uint8Array.from(style.startsWith('stx') ? [stx, ...half] : half));
    report.torn += 1;
    // In lines, only silence ends what was torn.
    if (style.startsWith('stxEtx') && random() < 0.5) return true;
    time.advanceNow(200);
    return false;
  }

  /** The same bytes, cut and delayed as a driver may do it. */
  function sendInCuts(bytes: Uint8Array): void {
    const slow = random() < 0.3;
    for (let at = 0; at < bytes.length; ) {
      const size = slow ? 1 + below(random, 12) : 1 + below(random, 200);
      transport.send(bytes.subarray(at, at + size));
      at += size;
      if (slow && random() < 0.3) time.advanceNow(below(random, 75));
    }
  }

  function tooLongFrame(style: Style): readonly number[] {
    const body = Array.from({ length: 4097 + below(random, 2000) }, () => 0x30 + below(random, 10));
    return [...(style.startsWith('stx') ? [stx] : []), ...body, ...lineEnds[style]];
  }

  function noiseBefore(style: Style, settled: boolean): readonly number[] {
    if (!settled || random() < 0.7) return [];
    const length = below(random, 12);
    if (!style.startsWith('stxEtx'))
      return Array.from({ length }, () => pick(random, idleControls));
    // Any bytes at all, if at most two of them end a line.
    let ends = 0;
    return Array.from({ length }, () => {
      const byte = below(random, 256);
      if (byte === stx) return etx;
      if (byte !== 0x0d && byte !== 0x0a) return byte;
      ends += 1;
      return ends > 2 ? 0x20 : byte;
    });
  }

  function frameOf(style: Style, code: SentCode, settled: boolean): readonly number[] {
    const noisy = random() < 0.3;
    const framed: number[] = style.startsWith('stx') ? [stx] : [];
    for (const byte of code.bytes) {
      if (noisy && random() < 0.1) framed.push(noiseWithin(style, settled));
      framed.push(byte);
    }
    framed.push(...lineEnds[style]);
    return framed;
  }

  function noiseWithin(style: Style, settled: boolean): number {
    // Once lines are the habit, STX and ETX are noise like any other; in an envelope lines are.
    if (settled && !style.startsWith('stxEtx') && style !== 'silence') {
      return pick(random, [stx, etx, ...idleControls]);
    }
    return style.startsWith('stxEtx')
      ? pick(random, [0x0d, 0x0a, ...idleControls])
      : pick(random, idleControls);
  }
}

function compare(expected: readonly string[], heard: readonly string[], at: string): void {
  const count = Math.max(expected.length, heard.length);
  for (let index = 0; index < count; index += 1) {
    if (expected[index] === heard[index]) continue;
    throw new Error(
      `Scan ${index} differs (${at})\nexpected ${expected[index]}\nheard    ${heard[index]}`,
    );
  }
}
