import { expect, test } from 'vitest';
import { createFrameReader } from '#main/devices/protocols/scanner/framing.ts';
import { manualTime } from '../../helpers/manual-timers.ts';

const stx = '\u0002';
const etx = '\u0003';
const gs = '\u001d';

function reader(silenceMs?: number) {
  const time = manualTime();
  const frames: string[] = [];
  const frameReader = createFrameReader({
    onFrame: (text) => frames.push(text),
    timers: time,
    ...(silenceMs === undefined ? {} : { silenceMs }),
  });
  return {
    frames,
    time,
    reset: frameReader.reset,
    /** Each text is one read, a character a byte. */
    send(...reads: readonly string[]) {
      for (const read of reads) frameReader.push(Buffer.from(read, 'latin1'));
    },
    silence: () => time.advanceNow(200),
  };
}

test.each([
  ['CR', '\r'],
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('DEV-62 %s ends a code, and nothing between two ends is one', (_, end) => {
  const { send, frames, time } = reader();
  send(`4006381333931${end}${end}`, `ABC-1${end}X${end}`);
  expect(frames).toEqual(['4006381333931', 'ABC-1', 'X']);
  expect(time.waiting()).toBe(0);
});

test('DEV-62 STX and ETX enclose a code; what stands between two of them is noise', () => {
  const { send, frames, silence } = reader();
  send(`noise${stx}A1${etx}no\rise\n${stx}B2${etx}${etx}more`);
  silence();
  send(`\r\n${stx}C3\r\n${etx}\r\n`);
  expect(frames).toEqual(['A1', 'B2', 'C3']);
});

test('DEV-62 silence ends a code of a scanner that sends no end', () => {
  const { send, frames, time } = reader(60);
  send('4006', '38133');
  time.advanceNow(59);
  send('3931');
  time.advanceNow(59);
  expect(frames).toEqual([]);
  time.advanceNow(1);
  expect(frames).toEqual(['4006381333931']);
  send('73513537');
  time.advanceNow(60);
  expect(frames).toEqual(['4006381333931', '73513537']);
  expect(time.waiting()).toBe(0);
});

test('DEV-62 a process that stood still does not take that for silence', () => {
  const { send, frames, time } = reader(80);
  send('40063');
  // The timer is overdue, and what arrived meanwhile is read right after it.
  time.advanceNow(79);
  send('81333931');
  time.advanceNow(80);
  expect(frames).toEqual(['4006381333931']);
});

test('DEV-62 the same frames, however the reads are cut', () => {
  const sent = `${stx}A${etx}~${stx}B${gs}C${etx}\r\n${stx}${'9'.repeat(40)}${etx}`;
  for (let size = 1; size <= sent.length; size += 1) {
    const { send, frames } = reader();
    for (let at = 0; at < sent.length; at += size) send(sent.slice(at, at + size));
    expect(frames).toEqual(['A', `B${gs}C`, '9'.repeat(40)]);
  }
});

test('DEV-62 control characters are filtered, FNC1 (GS) is kept', () => {
  const { send, frames } = reader();
  const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))
    .filter((character) => !`${stx}${etx}\r\n`.includes(character))
    .join('');
  send(`01${all}\u007f23\r`, `\u0000\u0007\r`);
  expect(frames).toEqual([`01${gs}23`]);
});

test('DEV-63 once a code was ended by CR, half a code that stays away is dropped', () => {
  const { send, frames, silence } = reader();
  send('ABC\r', '40063');
  silence();
  send('4006381333931\r');
  expect(frames).toEqual(['ABC', '4006381333931']);
});

test('DEV-63 a code that is longer than 4,096 bytes is dropped, and the next one is read', () => {
  const { send, frames, silence } = reader();
  send('x'.repeat(4097), 'yyy\rABC\r', `${'z'.repeat(4096)}\r`);
  expect(frames).toEqual(['ABC', 'z'.repeat(4096)]);

  const enclosed = reader();
  enclosed.send(
    `${stx}${'x'.repeat(5000)}\r${etx}${stx}A${etx}${stx}${'x'.repeat(5000)}${stx}B${etx}`,
  );
  expect(enclosed.frames).toEqual(['A', 'B']);

  const endless = reader();
  endless.send('x'.repeat(5000));
  endless.silence();
  endless.send('ABC');
  endless.silence();
  expect(endless.frames).toEqual(['ABC']);
  silence();
});

test('DEV-63 an STX in front of lines is a prefix', () => {
  const { send, frames, silence } = reader();
  send(`${stx}ABC\r\n`);
  silence();
  send(`${stx}DEF\r`, `GHI\r${stx}JKL\r`);
  expect(frames).toEqual(['ABC', 'DEF', 'GHI', 'JKL']);

  const burst = reader();
  burst.send(`${stx}ABC\r${stx}DEF\r`);
  expect(burst.frames).toEqual(['ABC', 'DEF']);
});

test('DEV-63 an STX without an ETX is no code', () => {
  const { send, frames, silence } = reader();
  send(`${stx}40063`);
  silence();
  send(`${stx}400${stx}4006381333931${etx}`);
  expect(frames).toEqual(['4006381333931']);
});

test('DEV-63 an ETX, or an STX in the middle of a line, is filtered', () => {
  const { send, frames } = reader();
  send('ABC\r', `40063${etx}81333931\r`, `40063${stx}81333931\r`);
  expect(frames).toEqual(['ABC', '4006381333931', '4006381333931']);
});

test('DEV-63 a scanner that was set up in another way is understood after three codes', () => {
  const lines = reader();
  lines.send(`${stx}A${etx}`, 'B\r', 'C\r', 'D\r', 'E\r');
  expect(lines.frames).toEqual(['A', 'D', 'E']);

  const endless = reader();
  endless.send('A\r');
  for (const code of ['B', 'C', 'D', 'E']) {
    endless.send(code);
    endless.silence();
  }
  expect(endless.frames).toEqual(['A', 'D', 'E']);

  const envelopes = reader();
  envelopes.send('A\r');
  for (const code of ['B', 'C', 'D', 'E', 'F']) {
    envelopes.send(`${stx}${code}${etx}`);
    envelopes.silence();
  }
  expect(envelopes.frames).toEqual(['A', 'D', 'E', 'F']);
});

test('DEV-63 after the line was lost, what was begun is forgotten', () => {
  const { send, frames, reset, time } = reader();
  send('ABC\r', '40063');
  reset();
  expect(time.waiting()).toBe(0);
  send('81333931');
  time.advanceNow(100);
  expect(frames).toEqual(['ABC', '81333931']);
});

test('DEV-64 UTF-8 where the bytes are, else Latin-1', () => {
  const { send, frames } = reader();
  const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
  send(
    `${utf8('Crème brûlée €3 – 口红')}\r`,
    'Cr\u00e8me\r',
    `${utf8('é').split('').join('\u0000')}\r`,
  );
  expect(frames).toEqual(['Crème brûlée €3 – 口红', 'Crème', 'é']);
  // C1 control characters, which Windows-1252 would make letters of.
  send('A\u0080\u0085B\r');
  expect(frames.at(-1)).toBe('AB');
});
