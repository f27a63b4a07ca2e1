import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { VirtualBench } from '../ports/virtual-bench.ts';

type BenchName =
  | 'bench.state'
  | 'bench.answerCard'
  | 'bench.setTerminalAuto'
  | 'bench.scan'
  | 'bench.setPrinter'
  | 'bench.tearPaper';

export interface BenchPorts {
  /** `null` when real devices are attached. */
  readonly bench: VirtualBench | null;
}

export function benchHandlers({ bench }: BenchPorts): Handlers<BenchName> {
  const once = onceEach<true>();

  /** Answers with the bench's state after `press`, which happens once for each command. */
  function pressed(commandId: string, press: (bench: VirtualBench) => void) {
    if (bench === null) return disabled();
    once(commandId, () => {
      press(bench);
      return true;
    });
    return ok(bench.state());
  }

  return {
    'bench.state': () => (bench === null ? disabled() : ok(bench.state())),
    'bench.answerCard': ({ commandId, answer }) =>
      pressed(commandId, (present) => present.answerCard(answer)),
    'bench.setTerminalAuto': ({ commandId, auto }) =>
      pressed(commandId, (present) => present.setTerminalAuto(auto)),
    'bench.setPrinter': ({ commandId, switches }) =>
      pressed(commandId, (present) => present.setPrinter(switches)),
    'bench.tearPaper': ({ commandId }) => pressed(commandId, (present) => present.tearPaper()),
    // Down the virtual scanner's line: from there on it goes the way of every scan.
    'bench.scan': ({ commandId, code }) => pressed(commandId, (present) => present.scan(code)),
  };
}

function disabled() {
  return err(fault('bench.disabled', 'No virtual devices are attached to this kiosk.'));
}
