import { expect, test } from 'vitest';
import type {
  KioskClient,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/ipc/contract.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { listenTo, newId } from '../helpers/client-tools.ts';

/** How the suite asks; `client` is there once the suite has begun. */
export interface ContractTools {
  client(): KioskClient;
  value<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>>;
  code<N extends RequestName>(name: N, input: RequestInput<N>): Promise<string>;
  /** Sells something for cash. */
  sell(): Promise<{ readonly orderId: string; readonly number: string }>;
}

function linesOf(paper: readonly PaperElement[]): readonly string[] {
  return paper.flatMap((element) =>
    element.kind === 'line' ? [element.runs.map(({ text }) => text).join('')] : [],
  );
}

/** What every transport must do alike about printer, drawer and scanner. Rules: docs/specs/devices.md. */
export function deviceContractTests({ client, value, code, sell }: ContractTools): void {
  const command = () => ({ commandId: newId() });
  const paper = async () => (await value('bench.state', {})).printer.paper;
  const jobOf = async (id: number) => {
    const { jobs } = await value('printing.jobs', { limit: 500 });
    return jobs.find((job) => job.id === id);
  };
  const printerState = async () => {
    const { devices } = await value('devices.list', {});
    return devices.find(({ id }) => id === 'receipt-printer')?.health.state;
  };
  const stateOf = (id: number) =>
    expect.poll(async () => (await jobOf(id))?.state, { timeout: 8_000 });

  test('DEV-50 DEV-55 devices.list: virtual devices, ready', async () => {
    await expect.poll(printerState).toBe('ready');
    const { devices } = await value('devices.list', {});
    expect(devices.map(({ id, health }) => [id, health.state])).toEqual([
      ['receipt-printer', 'ready'],
      ['scanner', 'ready'],
      ['card-terminal', 'ready'],
    ]);
    expect(devices[0]).toMatchObject({ confirms: 'processId' });
  });

  test('devices.choices: the profiles and the ports of this machine', async () => {
    const { profiles, ports } = await value('devices.choices', {});
    expect(profiles.map(({ id }) => id)).toContain('generic-58mm');
    expect(Array.isArray(ports)).toBe(true);
  });

  test('DEV-45 DEV-46 printing.printOrder: a copy says so, and a retry adds no job', async () => {
    const { orderId } = await sell();
    const first = async () =>
      (await value('printing.jobs', { limit: 500 })).jobs.find((job) => job.orderId === orderId);
    await expect.poll(async () => (await first())?.state).toBe('printed');
    expect(await first()).toMatchObject({ confirmedBy: 'processId', attempts: 1 });
    const plain = { ...command(), orderId, copy: false };
    expect(await code('printing.printOrder', plain)).toBe('printing.copy_needed');
    await value('bench.tearPaper', command());
    const copy = { ...command(), orderId, copy: true };
    const job = await value('printing.printOrder', copy);
    expect(job).toMatchObject({ kind: 'copy', orderId });
    expect((await value('printing.printOrder', copy)).id).toBe(job.id);
    await stateOf(job.id).toBe('printed');
    expect(linesOf(await paper()).some((line) => line.trim() === 'COPY')).toBe(true);
    expect(await paper()).not.toContainEqual({ kind: 'drawerPulse' });
    const nobody = { ...command(), orderId: newId(), copy: false };
    expect(await code('printing.printOrder', nobody)).toBe('order.not_found');
  });

  test('DEV-47 printing.testPrint and printing.changed', async () => {
    const changes = listenTo(client(), 'printing.changed');
    const test = { ...command(), device: 'receipt-printer' as const };
    const job = await value('printing.testPrint', test);
    expect(job).toMatchObject({ kind: 'test', attempts: 0 });
    await expect
      .poll(() => changes.heard.filter(({ id }) => id === job.id).map(({ state }) => state))
      .toEqual(['queued', 'sending', 'printed']);
    changes.stop();
    expect(await code('printing.testPrint', { ...command(), device: 'scanner' })).toBe(
      'device.cannot_print',
    );
  });

  test('DEV-43 bench.setPrinter: without paper a sale completes, its receipt waits, and prints once', async () => {
    const health = listenTo(client(), 'devices.changed');
    await value('bench.setPrinter', { ...command(), switches: { paper: 'out' } });
    await expect.poll(printerState).toBe('notReady');
    expect(health.heard.at(-1)?.devices[0]?.health.problems).toEqual(['paperOut']);
    health.stop();
    await value('bench.tearPaper', command());
    const { orderId, number } = await sell();
    const { jobs } = await value('printing.jobs', { open: true });
    const job = jobs.find((open) => open.orderId === orderId);
    expect(job).toMatchObject({ state: 'queued', orderNumber: number });
    const id = job?.id ?? 0;
    expect(await code('printing.reprint', { ...command(), jobId: id })).toBe(
      'printing.job_waiting',
    );
    await value('bench.setPrinter', { ...command(), switches: { paper: 'ok' } });
    await stateOf(id).toBe('printed');
    const receipts = linesOf(await paper()).filter((line) => line.includes(`Receipt ${number}`));
    expect(receipts).toHaveLength(1);
  });

  test('DEV-42 DEV-45 a cable that comes out in the middle: unknown, then a copy by hand', async () => {
    await value('bench.setPrinter', { ...command(), switches: { unplugAfterBytes: 300 } });
    const { orderId } = await sell();
    const jobs = async () =>
      (await value('printing.jobs', { limit: 500 })).jobs.filter((job) => job.orderId === orderId);
    await expect.poll(async () => (await jobs())[0]?.state, { timeout: 8_000 }).toBe('unknown');
    await expect.poll(printerState).toBe('disconnected');
    await value('bench.setPrinter', { ...command(), switches: { unplugged: false } });
    await expect.poll(printerState, { timeout: 5_000 }).toBe('ready');
    expect(await jobs()).toHaveLength(1);
    const [unknown] = await jobs();
    const reprint = { ...command(), jobId: unknown?.id ?? 0 };
    const copy = await value('printing.reprint', reprint);
    expect(copy.kind).toBe('copy');
    await stateOf(copy.id).toBe('printed');
    const open = (await value('printing.jobs', { open: true })).jobs;
    expect(open.filter((job) => job.orderId === orderId)).toEqual([]);
    expect(await code('printing.reprint', { ...command(), jobId: 999_999 })).toBe(
      'printing.job_not_found',
    );
  });

  test('DEV-45 printing.acknowledge takes a job in doubt off the open ones', async () => {
    await value('bench.setPrinter', { ...command(), switches: { unplugAfterBytes: 300 } });
    const { orderId } = await sell();
    const open = async () =>
      (await value('printing.jobs', { open: true })).jobs.filter((job) => job.orderId === orderId);
    await expect.poll(async () => (await open())[0]?.state, { timeout: 8_000 }).toBe('unknown');
    const [job] = await open();
    await value('bench.setPrinter', { ...command(), switches: { unplugged: false } });
    await value('printing.acknowledge', { ...command(), jobId: job?.id ?? 0 });
    expect(await open()).toEqual([]);
    await expect.poll(printerState, { timeout: 5_000 }).toBe('ready');
    expect(await code('printing.acknowledge', { ...command(), jobId: 999_999 })).toBe(
      'printing.job_not_found',
    );
  });

  test('DEV-49 devices.openDrawer needs a reason, and a note for "other"', async () => {
    await value('bench.tearPaper', command());
    await value('bench.setPrinter', { ...command(), switches: { drawerOpen: false } });
    const open = { ...command(), reason: 'change' as const, note: '' };
    expect(await value('devices.openDrawer', open)).toEqual({});
    await value('devices.openDrawer', open);
    await expect.poll(paper).toEqual([{ kind: 'drawerPulse' }]);
    const { switches } = (await value('bench.state', {})).printer;
    expect(switches.drawerOpen).toBe(true);
    const other = { ...command(), reason: 'other' as const, note: '  ' };
    expect(await code('devices.openDrawer', other)).toBe('drawer.note_missing');
    await value('bench.setPrinter', {
      ...command(),
      switches: { drawerOpen: false, unplugged: true },
    });
    const inVain = { ...command(), reason: 'count' as const, note: '' };
    await expect.poll(printerState).toBe('disconnected');
    expect(await code('devices.openDrawer', inVain)).toBe('device.not_ready');
    await value('bench.setPrinter', { ...command(), switches: { unplugged: false } });
    await expect.poll(printerState, { timeout: 5_000 }).toBe('ready');
  });

  test('DEV-55 devices.configurePrinter: another make, a port that is not there, and back', async () => {
    const virtual = { kind: 'virtual' as const };
    const small = { connection: virtual, profile: 'generic-58mm' as const };
    await value('devices.configurePrinter', { ...command(), settings: small });
    await expect.poll(printerState).toBe('ready');
    expect((await value('bench.state', {})).printer.columns).toBe(32);
    const { orderId } = await sell();
    const first = async () =>
      (await value('printing.jobs', { limit: 500 })).jobs.find((job) => job.orderId === orderId);
    await expect.poll(async () => (await first())?.confirmedBy).toBe('nothing');

    const serial = {
      kind: 'serial' as const,
      path: '/dev/no-such-port',
      baudRate: 9600 as const,
      parity: 'none' as const,
      flowControl: 'none' as const,
    };
    const gone = { connection: serial, profile: 'epson-tm-t88' as const };
    await value('devices.configurePrinter', { ...command(), settings: gone });
    await expect.poll(printerState).toBe('disconnected');
    const { devices } = await value('devices.reconnect', {
      ...command(),
      device: 'receipt-printer',
    });
    expect(devices[0]).toMatchObject({ address: '/dev/no-such-port', settings: gone });

    const back = { connection: virtual, profile: 'epson-tm-t88' as const };
    await value('devices.configurePrinter', { ...command(), settings: back });
    await expect.poll(printerState).toBe('ready');
    await value('devices.configureScanner', { ...command(), settings: { connection: virtual } });
  });
}
