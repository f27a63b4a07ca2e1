import { type Static, Type } from 'typebox';
import { command, event, query } from '../define.ts';
import { commandFields, Nothing } from './common.ts';

const closed = { additionalProperties: false };

const PaperRun = Type.Object(
  {
    text: Type.String(),
    bold: Type.Boolean(),
    underline: Type.Boolean(),
    inverted: Type.Boolean(),
    /** Character cell magnification. */
    width: Type.Integer({ minimum: 1, maximum: 8 }),
    height: Type.Integer({ minimum: 1, maximum: 8 }),
  },
  closed,
);

/** What the virtual printer put on paper, read back from the bytes that it was sent. */
export const PaperElement = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('line'),
      align: Type.Enum(['left', 'center', 'right']),
      runs: Type.Array(PaperRun),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('qr'),
      align: Type.Enum(['left', 'center', 'right']),
      data: Type.String(),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('barcode'),
      align: Type.Enum(['left', 'center', 'right']),
      data: Type.String(),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('feed'), lines: Type.Integer({ minimum: 1 }) }, closed),
  Type.Object({ kind: Type.Literal('cut') }, closed),
  Type.Object({ kind: Type.Literal('drawerPulse') }, closed),
]);
export type PaperElement = Static<typeof PaperElement>;

/** The virtual devices, as the bench shows them. */
export const BenchState = Type.Object(
  {
    printer: Type.Object(
      { columns: Type.Integer(), bytesReceived: Type.Integer(), paper: Type.Array(PaperElement) },
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
    Type.Object({ ...commandFields, code: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
    BenchState,
    ['bench.disabled'],
  ),
  'bench.tearPaper': command(Type.Object(commandFields, closed), BenchState, ['bench.disabled']),
} as const;

export const benchEvents = {
  'bench.changed': event(BenchState),
} as const;
