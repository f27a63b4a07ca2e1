import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createAnswerReader,
  decodeAutomatic,
  decodeRealTime,
  encodeAutomatic,
  encodeDrawer,
  encodePaper,
  encodeRealTime,
  type PrinterAnswer,
} from '#main/devices/protocols/escpos/answers.ts';
import {
  acknowledge,
  automaticStatus,
  clearBuffer,
  paperStatus,
  processId,
  realTimeStatus,
} from '#main/devices/protocols/escpos/requests.ts';
import type { PrinterStatus } from '#main/devices/protocols/escpos/status.ts';
import { ascii } from '../../helpers/printer-under-test.ts';

function readAll(pieces: readonly (readonly number[])[]): readonly PrinterAnswer[] {
  const answers: PrinterAnswer[] = [];
  const reader = createAnswerReader((answer) => answers.push(answer));
  for (const piece of pieces) reader.push(Uint8Array.from(piece));
  return answers;
}

const read = (...bytes: number[]) => readAll([bytes]);
const fine: PrinterStatus = {
  offline: false,
  coverOpen: false,
  paperOut: false,
  paperNearEnd: false,
  cutterError: false,
  error: false,
  drawerHigh: false,
};

test('DEV-83 each question is the bytes of the reference', () => {
  expect([...realTimeStatus(4)]).toEqual([0x10, 0x04, 4]);
  expect([...automaticStatus()]).toEqual([0x1d, 0x61, 0x0f]);
  expect([...automaticStatus(0)]).toEqual([0x1d, 0x61, 0]);
  expect([...paperStatus()]).toEqual([0x1d, 0x72, 1]);
  expect([...processId('0az~')]).toEqual([0x1d, 0x28, 0x48, 6, 0, 48, 48, ...ascii('0az~')]);
  expect([...clearBuffer()]).toEqual([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]);
  expect([...acknowledge()]).toEqual([6]);
});

test.each([
  ['nothing', {}, [0x12, 0x12, 0x12, 0x12], [0x10, 0, 0, 0]],
  ['the drawer', { drawerHigh: true }, [0x16, 0x12, 0x12, 0x12], [0x14, 0, 0, 0]],
  ['offline', { offline: true }, [0x1a, 0x12, 0x12, 0x12], [0x18, 0, 0, 0]],
  ['the cover', { coverOpen: true }, [0x12, 0x16, 0x12, 0x12], [0x30, 0, 0, 0]],
  ['near end', { paperNearEnd: true }, [0x12, 0x12, 0x12, 0x1e], [0x10, 0, 0x03, 0]],
  ['no paper', { paperOut: true }, [0x12, 0x32, 0x12, 0x72], [0x10, 0, 0x0c, 0]],
  ['the knife', { cutterError: true }, [0x12, 0x52, 0x1a, 0x12], [0x10, 0x08, 0, 0]],
  ['an error', { error: true }, [0x12, 0x52, 0x32, 0x12], [0x10, 0x20, 0, 0]],
] as const)('DEV-83 %s has its bit in every status', (_, change, realTime, automatic) => {
  const status = { ...fine, ...change };
  expect(([1, 2, 3, 4] as const).map((n) => encodeRealTime(n, status))).toEqual(realTime);
  expect([...encodeAutomatic(status)]).toEqual(automatic);
  expect(encodePaper(status)).toBe(automatic[2]);
  expect(encodeDrawer(status)).toBe(status.drawerHigh ? 1 : 0);
});

const anyStatus: fc.Arbitrary<PrinterStatus> = fc.record({
  offline: fc.boolean(),
  coverOpen: fc.boolean(),
  paperOut: fc.boolean(),
  paperNearEnd: fc.boolean(),
  cutterError: fc.boolean(),
  error: fc.boolean(),
  drawerHigh: fc.boolean(),
});

test('DEV-83 what is encoded is decoded again, by four answers or by one automatic status', () => {
  fc.assert(
    fc.property(anyStatus, (status) => {
      expect(decodeAutomatic(encodeAutomatic(status))).toEqual(status);
      const merged = ([1, 2, 3, 4] as const).map((n) =>
        decodeRealTime(n, encodeRealTime(n, status)),
      );
      expect(Object.assign({}, ...merged)).toEqual(status);
    }),
    { seed: 83 },
  );
});

test('DEV-83 other errors of the reference are errors too, and silence about paper is no news', () => {
  for (const bit of [0x04, 0x20, 0x40]) {
    expect(decodeRealTime(3, 0x12 | bit)).toEqual({ cutterError: false, error: true });
    expect(decodeAutomatic(Uint8Array.of(0x10, bit, 0, 0)).error).toBe(true);
  }
  expect(decodeRealTime(2, 0x12)).toEqual({ coverOpen: false });
});

/** Ids of characters that are nothing else by themselves. */
const anyId = fc
  .array(fc.constantFrom(...'ABEFIJMN'), { minLength: 4, maxLength: 4 })
  .map((characters) => characters.join(''));

const anyAnswer: fc.Arbitrary<{
  readonly bytes: readonly number[];
  readonly answer: PrinterAnswer;
}> = fc.oneof(
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>, anyStatus)
    .map(([n, status]) => {
      const byte = encodeRealTime(n, status);
      return { bytes: [byte], answer: { kind: 'realTime', byte } as const };
    }),
  anyStatus.map((of) => {
    const status = encodeAutomatic(of);
    return { bytes: [...status], answer: { kind: 'automatic', status } as const };
  }),
  anyStatus.map((status) => {
    const byte = encodePaper(status);
    return { bytes: [byte], answer: { kind: 'paper', byte } as const };
  }),
  anyId.map((id) => ({
    bytes: [0x37, 0x22, ...ascii(id), 0],
    answer: { kind: 'processId', id } as const,
  })),
  fc.constant({ bytes: [0x37, 0x25, 0], answer: { kind: 'cleared' } as const }),
  fc
    .tuple(fc.array(fc.constantFrom('L1', 'L2', '99'), { maxLength: 40 }), fc.boolean())
    .map(([keys, more]) => ({
      bytes: [0x37, 0x72, more ? 0x41 : 0x40, ...ascii(keys.join('')), 0],
      answer: { kind: 'keys', keys, more } as const,
    })),
);

/** `bytes` in pieces that end at these places. */
function cutAt(
  bytes: readonly number[],
  places: readonly number[],
): readonly (readonly number[])[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length];
  ends.sort((a, b) => a - b);
  return ends.map((end, at) => bytes.slice(ends[at - 1] ?? 0, end));
}

test('DEV-81 answers are found however they are cut into pieces', () => {
  fc.assert(
    fc.property(
      fc.array(anyAnswer, { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 9 }),
      (sent, places) => {
        const bytes = sent.flatMap((one) => one.bytes);
        expect(readAll(cutAt(bytes, places))).toEqual(sent.map(({ answer }) => answer));
      },
    ),
    { seed: 81, numRuns: 500 },
  );
});

test('DEV-81 flow control may stand in the middle of anything, and ends nothing', () => {
  const answers = read(0x37, 0x13, 0x22, 0x11, ...ascii('AB'), 0x13, ...ascii('EF'), 0);
  expect(answers.filter(({ kind }) => kind !== 'flow')).toEqual([
    { kind: 'processId', id: 'ABEF' },
  ]);
  expect(answers).toContainEqual({ kind: 'flow', sendOn: true });
  expect(read(0x14, 0x13, 0, 0, 0)).toEqual([
    { kind: 'flow', sendOn: false },
    { kind: 'automatic', status: Uint8Array.of(0x14, 0, 0, 0) },
  ]);
});

const confirmations: readonly PrinterAnswer['kind'][] = ['processId', 'cleared', 'paper'];

test('DEV-81 a lost byte never makes a confirmation that was not sent', () => {
  // A lost first byte of an automatic status cannot be told: its rest looks like three answers to GS r.
  const told = anyAnswer.filter(
    ({ answer }) => answer.kind !== 'automatic' && answer.kind !== 'paper',
  );
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 12 }), fc.nat(), (sent, place) => {
      const bytes = sent.flatMap((one) => one.bytes);
      bytes.splice(place % bytes.length, 1);
      const answers = sent.map(({ answer }) => JSON.stringify(answer));
      for (const answer of readAll([bytes])) {
        if (confirmations.includes(answer.kind)) expect(answers).toContain(JSON.stringify(answer));
      }
    }),
    { seed: 812, numRuns: 2_000 },
  );
});

test('DEV-81 noise between answers confirms nothing', () => {
  expect(read(0xff, 0x00, ...[0x37, 0x22, ...ascii('ABEF'), 0], 0xfe, 0x41, 0x43, 0x00)).toEqual([
    { kind: 'processId', id: 'ABEF' },
  ]);
});

test.each([
  ['an id that is too short', [0x37, 0x22, ...ascii('ABE'), 0]],
  ['an id that is too long', [0x37, 0x22, ...ascii('ABEFI'), 0]],
  ['an id with a control character', [0x37, 0x22, 0x41, 0x07, 0x41, 0x41, 0]],
  ['half a key', [0x37, 0x72, 0x40, 0x4c, 0]],
  ['a block that we do not know', [0x37, 0x70, 0x40, 0]],
  ['printer information', [0x5f, ...ascii('CITIZEN'), 0]],
  ['information of the other kind', [0x3d, ...ascii('L'), 0]],
  ['a block that never ends', [0x37, 0x72, 0x40, ...ascii('L'.repeat(200)), 0]],
])('DEV-81 %s is skipped as a whole', (_, bytes) => {
  expect(read(...bytes, 0x16)).toEqual([{ kind: 'realTime', byte: 0x16 }]);
});

test('DEV-81 an answer to GS r has two equal bits for each sensor', () => {
  expect(read(0x00, 0x03, 0x0c, 0x0f)).toHaveLength(4);
  for (const byte of [0x01, 0x02, 0x04, 0x08, 0x0e, 0x20, 0x40, 0x80])
    expect(read(byte)).toEqual([]);
});

test('DEV-81 half an answer is forgotten with its line', () => {
  const answers: PrinterAnswer[] = [];
  const reader = createAnswerReader((answer) => answers.push(answer));
  reader.push(Uint8Array.of(0x37, 0x22, ...ascii('AB')));
  reader.reset();
  reader.push(Uint8Array.of(0x37, 0x25, 0));
  reader.push(Uint8Array.of(0xff));
  reader.reset();
  reader.push(Uint8Array.of(0x00));
  expect(answers.map(({ kind }) => kind)).toEqual(['cleared', 'paper']);
});
