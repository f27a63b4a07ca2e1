import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import type { DeviceHealth, DeviceView } from '#shared/contract/ipc/devices.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const bench = await import('../../../src/renderer/stores/bench.ts');
const devices = await import('../../../src/renderer/stores/devices.ts');
const printing = await import('../../../src/renderer/stores/printing.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  devices.useDevices.setState({ devices: null, fault: null, choices: null });
  printing.usePrinting.setState({
    open: null,
    latest: [],
    fault: null,
    orderId: null,
    orderJob: null,
  });
  notices.dismissFault();
});

function health(state: DeviceHealth['state']): DeviceHealth {
  return { state, problems: [], drawer: 'closed', lastAnswerAt: 1, detail: '' };
}

function printerIn(state: DeviceHealth['state']): { devices: DeviceView[] } {
  return {
    devices: [
      {
        id: 'receipt-printer',
        address: 'virtual',
        health: health(state),
        settings: { connection: { kind: 'virtual' }, profile: 'epson-tm-t88' },
        confirms: 'processId',
      },
    ],
  };
}

function shownState(): string | undefined {
  return devices.useDevices.getState().devices?.[0]?.health.state;
}

const orderId = '0198f000-0000-7000-8000-000000000001';
const otherOrderId = '0198f000-0000-7000-8000-000000000002';

function job(id: number, state: PrintJobView['state'], of = orderId, changedAt = id): PrintJobView {
  return { id, kind: 'receipt', orderId: of, state, attempts: 1, queuedAt: 1, changedAt };
}

describe('devices', () => {
  test('UIX-31 health shows as it changes', async () => {
    const following = devices.followDevices();
    kiosk.waiting('devices.list')[0]?.answer(ok(printerIn('connecting')));
    await following;
    expect(shownState()).toBe('connecting');
    kiosk.emit('devices.changed', printerIn('ready'));
    expect(shownState()).toBe('ready');
  });

  test('UIX-32 an answer that an event overtook does not turn the clock back', async () => {
    const following = devices.followDevices();
    kiosk.waiting('devices.list')[0]?.answer(ok(printerIn('ready')));
    await following;
    const looking = devices.reconnect('receipt-printer');
    kiosk.emit('devices.changed', printerIn('disconnected'));
    kiosk.waiting('devices.reconnect')[0]?.answer(ok(printerIn('connecting')));
    await looking;
    expect(shownState()).toBe('disconnected');
  });

  test('UIX-35 settings that are kept show what became of them', async () => {
    const settings = {
      connection: { kind: 'tcp', host: 'printer', port: 9100 },
      profile: 'generic-58mm',
    } as const;
    const saving = devices.configurePrinter(settings);
    const [call] = kiosk.waiting('devices.configurePrinter');
    expect(call?.input.settings).toEqual(settings);
    call?.answer(ok(printerIn('connecting')));
    expect(await saving).toBe(true);
    expect(shownState()).toBe('connecting');
  });

  test('UIX-35 settings that are refused stay on the sheet, with words', async () => {
    const saving = devices.configureScanner({ connection: { kind: 'virtual' } });
    kiosk.waiting('devices.configureScanner')[0]?.answer(err(fault('store.full', 'full')));
    expect(await saving).toBe(false);
    expect(notices.useNotices.getState().fault).toBe('store.full');
  });

  test('UIX-34 a drawer that stays shut says why, on the sheet', async () => {
    const opening = devices.openDrawer({ reason: 'other', note: '' });
    kiosk.waiting('devices.openDrawer')[0]?.answer(err(fault('drawer.note_missing', 'why?')));
    expect(await opening).toBe('drawer.note_missing');
    expect(notices.useNotices.getState().fault).toBeNull();
    const again = devices.openDrawer({ reason: 'change', note: '' });
    kiosk.waiting('devices.openDrawer')[0]?.answer(ok({}));
    expect(await again).toBeNull();
  });
});

describe('print jobs', () => {
  async function answerJobs(open: PrintJobView[], all: PrintJobView[]): Promise<void> {
    const calls = kiosk.waiting('printing.jobs');
    for (const call of calls) call.answer(ok({ jobs: call.input.open === true ? open : all }));
    await settled();
  }

  test('UIX-33 open jobs stand apart, whatever their state', async () => {
    const stop = printing.watchJobs();
    await answerJobs([job(3, 'queued')], [job(3, 'queued'), job(2, 'unknown'), job(1, 'printed')]);
    expect(printing.usePrinting.getState().open?.map(({ id }) => id)).toEqual([3]);
    // Somebody saw to job 2: it is in doubt for ever, and nobody's business any more.
    expect(printing.usePrinting.getState().latest.map(({ id }) => id)).toEqual([2, 1]);
    stop();
  });

  test('UIX-33 many changes ask once more, not once each', async () => {
    printing.followPrinting();
    const stop = printing.watchJobs();
    for (let id = 1; id <= 50; id += 1) kiosk.emit('printing.changed', job(id, 'sending'));
    expect(kiosk.waiting('printing.jobs')).toHaveLength(2);
    await answerJobs([], []);
    expect(kiosk.waiting('printing.jobs')).toHaveLength(2);
    await answerJobs([job(50, 'queued')], [job(50, 'queued')]);
    expect(kiosk.waiting('printing.jobs')).toEqual([]);
    expect(printing.usePrinting.getState().open).toHaveLength(1);
    stop();
    kiosk.emit('printing.changed', job(51, 'sending'));
    expect(kiosk.waiting('printing.jobs')).toEqual([]);
  });

  test('UIX-33 what could not be read says so, and is read again', async () => {
    const stop = printing.watchJobs();
    for (const call of kiosk.waiting('printing.jobs')) {
      call.answer(err(fault('store.busy', 'busy')));
    }
    await settled();
    expect(printing.usePrinting.getState().fault).toBe('store.busy');
    const again = printing.loadJobs();
    await answerJobs([], []);
    await again;
    expect(printing.usePrinting.getState()).toMatchObject({ fault: null, open: [] });
    stop();
  });

  test('UIX-33 after each deed the lists are read again', async () => {
    const printingCopy = printing.reprint(7);
    expect(kiosk.waiting('printing.reprint')[0]?.input.jobId).toBe(7);
    kiosk.waiting('printing.reprint')[0]?.answer(ok({ ...job(8, 'queued'), kind: 'copy' }));
    await settled();
    await answerJobs([job(8, 'queued')], [job(8, 'queued'), job(7, 'unknown')]);
    await printingCopy;
    expect(printing.usePrinting.getState().open?.map(({ id }) => id)).toEqual([8]);

    const seeing = printing.acknowledge(8);
    kiosk
      .waiting('printing.acknowledge')[0]
      ?.answer(err(fault('printing.job_not_found', 'there is none')));
    await settled();
    await answerJobs([], []);
    await seeing;
    expect(notices.useNotices.getState().fault).toBe('printing.job_not_found');
  });
});

describe('the receipt of the shopper', () => {
  const orderJob = () => printing.usePrinting.getState().orderJob;

  test('UIX-37 its job is found, and followed; other orders do not matter', async () => {
    printing.followPrinting();
    const watching = printing.watchOrder(orderId);
    kiosk.emit('printing.changed', job(9, 'sending', otherOrderId));
    expect(orderJob()).toBeNull();
    kiosk
      .waiting('printing.jobs')[0]
      ?.answer(ok({ jobs: [job(9, 'sending', otherOrderId), job(8, 'queued')] }));
    await watching;
    expect(orderJob()?.state).toBe('queued');
    kiosk.emit('printing.changed', job(8, 'printed', orderId, 20));
    expect(orderJob()?.state).toBe('printed');
  });

  test('UIX-37 an event that came before the answer is not undone by it', async () => {
    printing.followPrinting();
    const watching = printing.watchOrder(orderId);
    kiosk.emit('printing.changed', job(8, 'printed', orderId, 20));
    kiosk.waiting('printing.jobs')[0]?.answer(ok({ jobs: [job(8, 'sending', orderId, 10)] }));
    await watching;
    expect(orderJob()?.state).toBe('printed');
  });

  test.each([
    [null, 'ready', 'printing'],
    [null, 'disconnected', 'atCounter'],
    ['queued', 'ready', 'printing'],
    ['queued', 'connecting', 'printing'],
    ['queued', 'attention', 'printing'],
    ['queued', 'notReady', 'atCounter'],
    ['queued', 'disconnected', 'atCounter'],
    ['sending', 'ready', 'printing'],
    ['sending', 'notReady', 'atCounter'],
    ['printed', 'disconnected', 'printed'],
    ['unknown', 'ready', 'atCounter'],
    ['failed', 'ready', 'atCounter'],
    ['expired', 'ready', 'atCounter'],
  ] as const)('UIX-37 %s with a printer that is %s: %s', (state, printer, news) => {
    const its = state === null ? null : job(1, state);
    expect(printing.receiptNews(its, health(printer))).toBe(news);
  });
});

test('UIX-36 a switch of the virtual printer is named alone, and its event wins', async () => {
  const state = (paper: 'ok' | 'out') => benchState(0, [], { paper });
  void bench.followBench();
  kiosk.waiting('bench.state')[0]?.answer(ok(state('ok')));
  await settled();
  const switching = bench.setPrinter({ paper: 'out' });
  expect(kiosk.waiting('bench.setPrinter')[0]?.input.switches).toEqual({ paper: 'out' });
  kiosk.emit('bench.changed', state('out'));
  kiosk.waiting('bench.setPrinter')[0]?.answer(ok(state('ok')));
  await switching;
  expect(bench.useBench.getState().state?.printer.switches.paper).toBe('out');
});

describe('DEV-102 the paper on the bench', () => {
  const shown = () => bench.useBench.getState().state?.printer;
  const cuts = (count: number): PaperElement[] => Array(count).fill({ kind: 'cut' });
  const feed = (lines: number): PaperElement => ({ kind: 'feed', lines });

  async function follow(state: BenchState): Promise<void> {
    bench.useBench.setState({ state: null });
    void bench.followBench();
    kiosk.waiting('bench.state')[0]?.answer(ok(state));
    await settled();
  }

  test('what an event tells is joined to what is known', async () => {
    await follow(benchState(0, [feed(1), feed(2)]));
    // The last feed has grown, and a cut follows.
    kiosk.emit('bench.changed', benchState(1, [feed(3), ...cuts(1)], { oldest: 0 }));
    expect(shown()).toMatchObject({
      paper: [feed(1), feed(3), { kind: 'cut' }],
      paperAt: { oldest: 0, first: 0 },
    });
    // The oldest has fallen behind the desk.
    kiosk.emit('bench.changed', benchState(3, [feed(4)], { oldest: 1 }));
    expect(shown()).toMatchObject({ paper: [feed(3), { kind: 'cut' }, feed(4)] });
    kiosk.emit('bench.changed', benchState(4, [], { oldest: 4 }));
    expect(shown()?.paper).toEqual([]);
    kiosk.emit('bench.changed', benchState(4, cuts(1), { oldest: 4 }));
    expect(shown()?.paper).toEqual(cuts(1));
    expect(kiosk.waiting('bench.state')).toEqual([]);
  });

  test('without news of paper it is not even drawn anew', async () => {
    await follow(benchState(0, [feed(1), feed(2)]));
    const before = shown()?.paper;
    kiosk.emit('bench.changed', benchState(2, [], { oldest: 0, paper: 'out' }));
    expect(shown()?.switches.paper).toBe('out');
    expect(shown()?.paper).toBe(before);
  });

  test.each([
    ['something between was missed', benchState(3, cuts(1), { oldest: 0 })],
    ['older paper is not known', benchState(4, cuts(1), { oldest: 2 })],
    ['it is another roll', benchState(2, cuts(1), { oldest: 0, roll: 'another' })],
  ])('where %s all is asked for', async (why, told) => {
    const known = why === 'older paper is not known' ? benchState(4, []) : benchState(0, cuts(2));
    await follow(known);
    kiosk.emit('bench.changed', told);
    expect(shown()).toEqual(known.printer);
    const all = benchState(0, cuts(4));
    kiosk.waiting('bench.state')[0]?.answer(ok(all));
    await settled();
    expect(shown()).toEqual(all.printer);
  });
});

/** A bench whose printer has `paper` from element number `first` on. */
function benchState(
  first: number,
  paper: PaperElement[],
  {
    oldest = first,
    roll = 'roll',
    paper: left = 'ok',
  }: { oldest?: number; roll?: string; paper?: 'ok' | 'out' } = {},
): BenchState {
  return {
    printer: {
      profile: 'epson-tm-t88',
      columns: 42,
      dotsPerLine: 512,
      bytesReceived: 0,
      paper,
      paperAt: { roll, oldest, first },
      switches: {
        paper: left,
        coverOpen: false,
        cutterError: false,
        drawerOpen: false,
        unplugged: false,
        unplugAfterBytes: null,
        silent: false,
        falseFailure: false,
        baudRate: null,
      },
    },
    terminal: { state: 'idle' },
  };
}
