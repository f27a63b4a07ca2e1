import { type Static, Type } from 'typebox';
import { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { command, event, query } from '../define.ts';
import { commandFields, Nothing } from './common.ts';
import { PrinterProfileId } from './devices.ts';

const closed = { additionalProperties: false };

/** What can be done to the virtual printer, as a person or a bad day would. */
export const PrinterSwitches = Type.Object(
  {
    paper: Type.Enum(['ok', 'nearEnd', 'out']),
    coverOpen: Type.Boolean(),
    /** The knife is blocked. */
    cutterError: Type.Boolean(),
    drawerOpen: Type.Boolean(),
    /** The cable is out. */
    unplugged: Type.Boolean(),
    /** The cable comes out by itself after so many more bytes; `null`: it stays in. */
    unplugAfterBytes: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    /** Takes everything and answers nothing. */
    silent: Type.Boolean(),
    /** Prints, and tells an error all the same. */
    falseFailure: Type.Boolean(),
    /** Bits per second of its line; `null`: as fast as it comes. */
    baudRate: Type.Union([Type.Integer({ minimum: 300 }), Type.Null()]),
  },
  closed,
);
export type PrinterSwitches = Static<typeof PrinterSwitches>;

/** The virtual devices, as the bench shows them. */
export const BenchState = Type.Object(
  {
    printer: Type.Object(
      {
        profile: PrinterProfileId,
        columns: Type.Integer(),
        dotsPerLine: Type.Integer(),
        bytesReceived: Type.Integer(),
        /** An answer has all that hangs out; an event what has come, or has changed, since the last one. */
        paper: Type.Array(PaperElement),
        /** Where `paper` stands on the roll: elements are numbered as they are printed. */
        paperAt: Type.Object(
          {
            /** Another roll, such as after a restart, is numbered anew. */
            roll: Type.String(),
            /** Number of the oldest element that hangs out. */
            oldest: Type.Integer({ minimum: 0 }),
            /** Number of the first element of `paper`. */
            first: Type.Integer({ minimum: 0 }),
          },
          closed,
        ),
        switches: PrinterSwitches,
      },
      closed,
    ),
    terminal: Type.Object(
      {
        state: Type.Enum(['idle', 'waitingForCard']),
        amountMinor: Type.Optional(Type.Integer()),
        /** What to answer without being asked; absent: somebody presses the buttons. */
        auto: Type.Optional(Type.Enum(['approve', 'decline', 'timeout', 'loseAnswer'])),
      },
      closed,
    ),
  },
  closed,
);
export type BenchState = Static<typeof BenchState>;

/**
 * Looking at the virtual devices and pressing their buttons; `bench.disabled` where real ones are attached.
 */
export const benchContract = {
  'bench.state': query(Nothing, BenchState, ['bench.disabled']),
  /** Presses a button of the virtual card terminal; `loseAnswer` approves, but the answer never arrives. */
  'bench.answerCard': command(
    Type.Object(
      { ...commandFields, answer: Type.Enum(['approve', 'decline', 'timeout', 'loseAnswer']) },
      closed,
    ),
    BenchState,
    ['bench.disabled'],
  ),
  'bench.setTerminalAuto': command(
    Type.Object(
      {
        ...commandFields,
        auto: Type.Union([Type.Enum(['approve', 'decline', 'timeout', 'loseAnswer']), Type.Null()]),
      },
      closed,
    ),
    BenchState,
    ['bench.disabled'],
  ),
  'bench.scan': command(
    Type.Object({ ...commandFields, code: Type.String({ minLength: 1, maxLength: 4096 }) }, closed),
    BenchState,
    ['bench.disabled'],
  ),
  /** Changes the switches that are named. */
  'bench.setPrinter': command(
    Type.Object({ ...commandFields, switches: Type.Partial(PrinterSwitches) }, closed),
    BenchState,
    ['bench.disabled'],
  ),
  'bench.tearPaper': command(Type.Object(commandFields, closed), BenchState, ['bench.disabled']),
} as const;

/** What the virtual devices tell. */
export const benchEvents = {
  /** Its paper is joined to what was told before; who missed something asks for `bench.state`. */
  'bench.changed': event(BenchState),
} as const;
