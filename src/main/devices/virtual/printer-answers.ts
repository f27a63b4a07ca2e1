import {
  encodeAutomatic,
  encodeDrawer,
  encodePaper,
  encodeRealTime,
} from '../protocols/escpos/answers.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import type { StatusQuestion } from '../protocols/escpos/requests.ts';
import type { PrinterStatus } from '../protocols/escpos/status.ts';
import type { StreamQuestion } from './escpos-interpreter.ts';

/** What a virtual printer says, as far as a printer of its profile can. */
export interface PrinterAnswers {
  /** `DLE EOT n`. */
  realTime(n: StatusQuestion): void;
  /** What stands in the stream of commands; false when this printer does not answer it. */
  inStream(question: StreamQuestion): boolean;
  /** `DLE DC4 8` was carried out. */
  cleared(): void;
  /** Sends the automatic status if what it was asked for has changed. */
  statusChanged(): void;
}

export interface AnswersOptions {
  readonly profile: PrinterProfile;
  status(): PrinterStatus;
  /** Whether it answers at all what waits in its buffer: a printer in an error does not. */
  answersStream(): boolean;
  send(bytes: Uint8Array): void;
}

const NUL = 0x00;
const blockHeader = 0x37;
const informationHeader = 0x5f;
/** Bits of the first three bytes of an automatic status, by the bit of `GS a n` that selects them. */
const selectedBits: readonly (readonly [first: number, second: number, third: number])[] = [
  [0x04, 0x00, 0x00], // drawer
  [0x68, 0x01, 0x00], // online, cover, feed button
  [0x00, 0x6c, 0x00], // errors
  [0x00, 0x00, 0x0f], // paper
];

export function createPrinterAnswers(options: AnswersOptions): PrinterAnswers {
  const { profile, status, send } = options;
  let selection = 0;
  let told = '';

  /** What of the status was asked for, in a form to compare. */
  function selected(): string {
    const bytes = encodeAutomatic(status());
    const masks = selectedBits.filter((_, bit) => (selection & (1 << bit)) !== 0);
    return masks.map((mask) => mask.map((bits, at) => bits & (bytes[at] ?? 0)).join()).join(';');
  }

  function sendAutomatic() {
    told = selected();
    send(encodeAutomatic(status()));
  }

  function select(bits: number): boolean {
    if (!profile.automaticStatus) return false;
    selection = bits;
    if (selection !== 0) sendAutomatic();
    return true;
  }

  function answer(question: Exclude<StreamQuestion, { kind: 'automaticStatus' }>): boolean {
    const inStream = profile.confirms !== 'nothing';
    switch (question.kind) {
      case 'status': {
        if (!inStream || (question.n !== 1 && question.n !== 2)) return false;
        const byte = question.n === 1 ? encodePaper(status()) : encodeDrawer(status());
        send(Uint8Array.of(byte));
        return true;
      }
      case 'printerId': {
        const id = inStream ? printerId(question.n, profile) : null;
        if (id !== null) send(id);
        return id !== null;
      }
      case 'processId':
        if (profile.confirms !== 'processId') return false;
        send(block(0x22, question.id));
        return true;
      case 'keys':
        send(block(0x72, (question.more ? '\x41' : '\x40') + question.keys.join('')));
        return true;
    }
  }

  return {
    realTime(n) {
      if (profile.realTimeStatus) send(Uint8Array.of(encodeRealTime(n, status())));
    },
    inStream(question) {
      if (question.kind === 'automaticStatus') return select(question.selection & 0x0f);
      return options.answersStream() && answer(question);
    },
    cleared() {
      send(block(0x25, ''));
    },
    statusChanged() {
      if (selection !== 0 && selected() !== told) sendAutomatic();
    },
  };
}

/** `GS I n`: 1 to 3 are one byte, 65 to 69 a text (Epson, ESC/POS Command Reference, GS I). */
function printerId(n: number, { name, feedBeforeCut, id }: PrinterProfile): Uint8Array | null {
  switch (n) {
    case 1:
    case 49:
      return Uint8Array.of(0x20);
    case 2:
    case 50:
      return Uint8Array.of(feedBeforeCut === null ? 0x00 : 0x02);
    case 3:
    case 51:
      return Uint8Array.of(0x01);
    case 65:
      return information('1.00');
    case 66:
      return information('Blendbar');
    case 67:
      return information(name.replace(/[^ -~]/g, '').slice(0, 32));
    case 68:
      return information(`VIRTUAL-${id}`);
    default:
      return null;
  }
}

function block(identifier: number, data: string): Uint8Array {
  return Uint8Array.of(blockHeader, identifier, ...ascii(data), NUL);
}

function information(text: string): Uint8Array {
  return Uint8Array.of(informationHeader, ...ascii(text), NUL);
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
