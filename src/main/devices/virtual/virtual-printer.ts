import type { BenchState, PrinterSwitches } from '#shared/contract/ipc/bench.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { assert } from '#shared/lib/assert.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import type { PrinterStatus } from '../protocols/escpos/status.ts';
import { systemTimers } from '../timers.ts';
import type { VirtualDevice, VirtualLine } from '../transports/virtual-device.ts';
import { createEscposInterpreter, type EscposInterpreter } from './escpos-interpreter.ts';
import { createListeners } from './listeners.ts';
import { createPacedIntake, type IntakeTime } from './paced-intake.ts';
import { createPaperRoll } from './paper-roll.ts';
import { createPrinterAnswers, type PrinterAnswers } from './printer-answers.ts';
import { createRealTimeWatch, type RealTimeCommand } from './real-time-watch.ts';

export interface VirtualPrinterOptions {
  /** Where each printed element is appended, as a line of JSON. */
  readonly paperFile?: string;
  /** Told of each element when it is on paper. */
  readonly onPrinted?: (element: PaperElement) => void;
  /** How much it takes on while it is stopped; 4,096 as in the TM-T88 family. */
  readonly receiveBufferBytes?: number;
  readonly time?: IntakeTime;
}

/** A printer made of software: takes the bytes that a real one would, answers them and shows its paper. */
export interface VirtualPrinter extends VirtualDevice {
  state(): BenchState['printer'];
  /** Changes the switches that are named. */
  setSwitches(switches: Partial<PrinterSwitches>): void;
  /** Puts another make of printer in its place: its buffers and memory are empty, the paper stays. */
  setProfile(profile: PrinterProfile): void;
  /** Tears the printed paper off. */
  tearPaper(): void;
  /** Calls `listener` after each change of the state until the returned function is called. */
  onChange(listener: () => void): () => void;
}

/** One make of printer, with what it has received. */
interface Machine {
  readonly profile: PrinterProfile;
  readonly interpreter: EscposInterpreter;
  readonly answers: PrinterAnswers;
}

const healthy: PrinterSwitches = {
  paper: 'ok',
  coverOpen: false,
  cutterError: false,
  drawerOpen: false,
  unplugged: false,
  unplugAfterBytes: null,
  silent: false,
  falseFailure: false,
  baudRate: null,
};
/** Epson, TM-T88 series specifications: 4 KB, unless the DIP switch says 45 bytes. */
const usualBufferBytes = 4_096;
/** How often a slow line is shown; nobody reads faster. */
const tellEveryMs = 100;

export function createVirtualPrinter(
  profile: PrinterProfile,
  options: VirtualPrinterOptions = {},
): VirtualPrinter {
  const time = options.time ?? { timers: systemTimers, now: () => performance.now() };
  const changes = createListeners();
  const plugs = createListeners();
  const roll = createPaperRoll(options.paperFile ?? null);
  const watch = createRealTimeWatch();
  const bufferBytes = options.receiveBufferBytes ?? usualBufferBytes;
  const intake = createPacedIntake(takeBytes, time, () =>
    stopped() ? bufferBytes - bufferedBytes : Number.POSITIVE_INFINITY,
  );
  let switches = healthy;
  let bytesReceived = 0;
  /** Of them, those that were real-time questions. */
  let questionBytes = 0;
  /** What waits in the receive buffer since it was stopped. */
  let bufferedBytes = 0;
  let line: VirtualLine | null = null;
  let machine = createMachine(profile);
  let toldAt = 0;
  let told = { visibleBytes: 0, switches };

  function createMachine(of: PrinterProfile): Machine {
    const answers = createPrinterAnswers({
      profile: of,
      status,
      answersStream: () => !switches.falseFailure && !switches.silent,
      send(bytes) {
        if (!switches.silent) line?.send(bytes);
      },
    });
    const interpreter = createEscposInterpreter(
      of,
      (element) => {
        roll.add(element);
        options.onPrinted?.(element);
      },
      { stopped, ask: answers.inStream, pulse },
    );
    return { profile: of, interpreter, answers };
  }

  function stopped(): boolean {
    return switches.paper === 'out' || switches.coverOpen || switches.cutterError;
  }

  function status(): PrinterStatus {
    const { paper, coverOpen, cutterError, falseFailure, drawerOpen } = switches;
    const { drawerOpenIsHigh } = machine.profile;
    return {
      offline: stopped() || falseFailure,
      coverOpen,
      paperOut: paper === 'out',
      // The roll that has run out is also near its end.
      paperNearEnd: paper !== 'ok',
      cutterError,
      error: falseFailure,
      drawerHigh: drawerOpenIsHigh !== null && drawerOpen === drawerOpenIsHigh,
    };
  }

  /** The drawer hangs at one of two pins. */
  function pulse(pin: 2 | 5) {
    if (pin !== machine.profile.drawer.pin) return;
    switches = { ...switches, drawerOpen: true };
    machine.answers.statusChanged();
  }

  function carryOut(command: RealTimeCommand) {
    if (command.kind === 'status') machine.answers.realTime(command.n);
    if (command.kind === 'pulse') {
      pulse(command.pin);
      roll.add({ kind: 'drawerPulse' });
      options.onPrinted?.({ kind: 'drawerPulse' });
    }
    if (command.kind === 'clear' && machine.profile.clearsBuffer) {
      machine.interpreter.clear();
      bufferedBytes = 0;
      machine.answers.cleared();
    }
  }

  function push(bytes: Uint8Array) {
    if (stopped()) bufferedBytes += bytes.length;
    machine.interpreter.push(bytes);
  }

  function process(bytes: Uint8Array) {
    bytesReceived += bytes.length;
    let begin = 0;
    for (const [at, byte] of bytes.entries()) {
      const whole = watch.next(byte);
      if (whole === null) continue;
      const { command, length } = whole;
      // Its bytes go the way of all others, also when they stand in the middle of another command;
      // only the last one of a clear comes to an empty buffer.
      const end = command.kind === 'clear' && machine.profile.clearsBuffer ? at : at + 1;
      push(bytes.subarray(begin, end));
      begin = at + 1;
      // It was carried out and takes no room: else questions alone would fill the buffer in minutes.
      bufferedBytes = Math.max(0, bufferedBytes - length);
      if (command.kind === 'status') questionBytes += length;
      carryOut(command);
    }
    push(bytes.subarray(begin));
  }

  function takeBytes(bytes: Uint8Array) {
    const { unplugAfterBytes: left, baudRate } = switches;
    if (left === null || bytes.length < left) {
      if (left !== null) switches = { ...switches, unplugAfterBytes: left - bytes.length };
      process(bytes);
    } else {
      // The cable comes out with the last byte: whatever that is answered is heard by nobody.
      switches = { ...switches, unplugAfterBytes: null };
      process(bytes.subarray(0, left - 1));
      cutLine();
      process(bytes.subarray(left - 1, left));
    }
    if (baudRate !== null && !intake.idle() && time.now() - toldAt < tellEveryMs) return;
    // A question changes nothing that can be seen; the kiosk asks all day.
    if (visibleBytes() === told.visibleBytes && switches === told.switches) return;
    tell();
  }

  /** What may be one question more is not counted yet. */
  function visibleBytes(): number {
    return bytesReceived - questionBytes - watch.begun();
  }

  function tell() {
    toldAt = time.now();
    told = { visibleBytes: visibleBytes(), switches };
    changes.notify();
  }

  function goOn() {
    if (stopped()) return;
    bufferedBytes = 0;
    machine.interpreter.resume();
  }

  function letGo() {
    line = null;
    intake.drop();
  }

  function cutLine() {
    const cut = line;
    switches = { ...switches, unplugged: true };
    letGo();
    cut?.unplug();
    plugs.notify();
  }

  return {
    state: () => ({
      profile: machine.profile.id,
      columns: machine.profile.columns,
      dotsPerLine: machine.profile.dotsPerLine,
      bytesReceived,
      paper: [...roll.elements()],
      paperAt: roll.place(),
      switches: { ...switches },
    }),
    setSwitches(change) {
      const before = switches;
      switches = { ...switches, ...change, unplugged: before.unplugged };
      if (switches.baudRate !== before.baudRate) intake.setBaudRate(switches.baudRate);
      machine.answers.statusChanged();
      goOn();
      if (change.unplugged === false && before.unplugged) {
        switches = { ...switches, unplugged: false };
        plugs.notify();
      }
      if (change.unplugged === true && !before.unplugged) cutLine();
      if (switches.unplugAfterBytes === 0) {
        switches = { ...switches, unplugAfterBytes: null };
        if (!switches.unplugged) cutLine();
      }
      tell();
      intake.goOn();
    },
    setProfile(next) {
      watch.reset();
      machine = createMachine(next);
      bufferedBytes = 0;
      tell();
      intake.goOn();
    },
    tearPaper() {
      roll.tear();
      tell();
    },
    onChange: changes.add,
    plugged: () => !switches.unplugged,
    onPlug: plugs.add,
    connect(opened) {
      assert(!switches.unplugged, 'the cable of the virtual printer is out');
      letGo();
      line = opened;
      return {
        receive: (bytes) => (line === opened ? intake.take(bytes) : new Promise(() => undefined)),
        hangUp() {
          if (line === opened) letGo();
        },
      };
    },
  };
}
