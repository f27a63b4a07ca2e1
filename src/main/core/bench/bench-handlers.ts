import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { cleanScan, resolveScan } from '../catalog/resolve-scan.ts';
import type { Handlers } from '../handlers.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { VirtualBench } from '../ports/virtual-bench.ts';

type BenchName =
  | 'bench.state'
  | 'bench.answerCard'
  | 'bench.setTerminalAuto'
  | 'bench.scan'
  | 'bench.tearPaper';

export interface BenchPorts {
  /** `null` when real devices are attached. */
  readonly bench: VirtualBench | null;
  readonly catalog: CatalogReader;
  readonly clock: Clock;
  readonly events: EventSink;
}

/** How many commands are remembered, so that a retry presses no button twice. */
const rememberedCommands = 100;

export function benchHandlers(ports: BenchPorts): Handlers<BenchName> {
  const { bench } = ports;
  const once = onceEach(rememberedCommands);

  /** Answers with the bench's state after `press`, which happens once for each command. */
  function pressed(commandId: string, press: (bench: VirtualBench) => void) {
    if (bench === null) return disabled();
    if (once(commandId)) press(bench);
    return ok(bench.state());
  }

  return {
    'bench.state': () => (bench === null ? disabled() : ok(bench.state())),
    'bench.answerCard': ({ commandId, answer }) =>
      pressed(commandId, (present) => present.answerCard(answer)),
    'bench.setTerminalAuto': ({ commandId, auto }) =>
      pressed(commandId, (present) => present.setTerminalAuto(auto)),
    'bench.tearPaper': ({ commandId }) => pressed(commandId, (present) => present.tearPaper()),
    'bench.scan': ({ commandId, code }) =>
      pressed(commandId, () => {
        announceScan(ports, code);
      }),
  };
}

/** Tells the renderer what was scanned; the way of every scanner, virtual or real. */
function announceScan(ports: BenchPorts, code: string): void {
  const { catalog, clock, events } = ports;
  const moment = { catalog, version: catalog.currentVersion(), at: clock.now() };
  const product = resolveScan(moment, code);
  events.emit('scanner.scanned', { code: cleanScan(code), sku: product?.sku ?? null });
}

function disabled() {
  return err(fault('bench.disabled', 'No virtual devices are attached to this kiosk.'));
}

/** True for an id that was not seen before, among the last `size` ids. */
function onceEach(size: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > size && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
