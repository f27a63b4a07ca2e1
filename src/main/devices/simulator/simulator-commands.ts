import type { PrinterSwitches } from '#shared/contract/ipc/bench.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** What a line of the simulator's input asks for. */
export type SimulatorCommand =
  | { readonly kind: 'set'; readonly switches: Partial<PrinterSwitches> }
  | { readonly kind: 'tear' }
  | { readonly kind: 'state' }
  | { readonly kind: 'quit' };

type Read = (word: string | undefined) => Result<SimulatorCommand, string>;

const set = (switches: Partial<PrinterSwitches>) => ok({ kind: 'set', switches } as const);

/** One of a few words, each with what it switches. */
function oneOf(choices: Readonly<Record<string, Partial<PrinterSwitches>>>): Read {
  const words = Object.keys(choices);
  return (word) => {
    const switches = words.includes(word ?? '') ? choices[word ?? ''] : undefined;
    return switches === undefined ? err(`needs ${words.join(' or ')}`) : set(switches);
  };
}

function numberFrom(least: number, switchesOf: (value: number) => Partial<PrinterSwitches>): Read {
  return (word = '') => {
    const value = /^\d{1,9}$/.test(word) ? Number(word) : -1;
    return value < least ? err(`needs a whole number from ${least} on`) : set(switchesOf(value));
  };
}

function alone(command: SimulatorCommand): Read {
  return (word) => (word === undefined ? ok(command) : err('takes nothing more'));
}

const baudRate = numberFrom(300, (value) => ({ baudRate: value }));

const commands: ReadonlyMap<string, Read> = new Map([
  [
    'paper',
    oneOf({ ok: { paper: 'ok' }, 'near-end': { paper: 'nearEnd' }, out: { paper: 'out' } }),
  ],
  ['cover', oneOf({ open: { coverOpen: true }, closed: { coverOpen: false } })],
  ['cutter', oneOf({ error: { cutterError: true }, ok: { cutterError: false } })],
  ['drawer', oneOf({ open: { drawerOpen: true }, closed: { drawerOpen: false } })],
  ['silent', oneOf({ on: { silent: true }, off: { silent: false } })],
  ['false-failure', oneOf({ on: { falseFailure: true }, off: { falseFailure: false } })],
  ['baud', (word) => (word === 'off' ? set({ baudRate: null }) : baudRate(word))],
  ['unplug-after', numberFrom(0, (value) => ({ unplugAfterBytes: value }))],
  ['unplug', alone({ kind: 'set', switches: { unplugged: true } })],
  ['plug', alone({ kind: 'set', switches: { unplugged: false } })],
  ['tear', alone({ kind: 'tear' })],
  ['state', alone({ kind: 'state' })],
  ['quit', alone({ kind: 'quit' })],
]);

/** Reads a command; the error is one line for whoever typed it. */
export function parseSimulatorCommand(line: string): Result<SimulatorCommand, string> {
  const [name = '', word, ...rest] = line.trim().split(/\s+/);
  const read = commands.get(name);
  if (read === undefined) {
    return err(`"${name}" is no command; there are ${[...commands.keys()].join(', ')}`);
  }
  const command = rest.length > 0 ? err('takes no more than one word') : read(word);
  return command.ok ? command : err(`${name} ${command.error}`);
}

/** What a switch is at, in the words that set it. */
export function describeSwitch<Name extends keyof PrinterSwitches>(
  name: Name,
  switches: PrinterSwitches,
): string {
  const descriptions: Readonly<Record<keyof PrinterSwitches, string>> = {
    paper: `paper ${switches.paper === 'nearEnd' ? 'near-end' : switches.paper}`,
    coverOpen: `cover ${switches.coverOpen ? 'open' : 'closed'}`,
    cutterError: `cutter ${switches.cutterError ? 'error' : 'ok'}`,
    drawerOpen: `drawer ${switches.drawerOpen ? 'open' : 'closed'}`,
    unplugged: switches.unplugged ? 'unplug' : 'plug',
    unplugAfterBytes: `unplug-after ${switches.unplugAfterBytes ?? 'never'}`,
    silent: `silent ${onOrOff(switches.silent)}`,
    falseFailure: `false-failure ${onOrOff(switches.falseFailure)}`,
    baudRate: `baud ${switches.baudRate ?? 'off'}`,
  };
  return descriptions[name];
}

function onOrOff(on: boolean): string {
  return on ? 'on' : 'off';
}
