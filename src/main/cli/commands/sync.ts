import { Compile } from 'typebox/compile';
import { EnrolCode } from '#shared/contract/api/device.ts';
import { CentralUrl, type SetAsideEvent, type SyncStatus } from '#shared/contract/ipc/sync.ts';
import { systemIds } from '../../hosts/system.ts';
import { badInput, CommandFailure } from '../failure.ts';
import { ask, type DeviceContext } from '../kiosk-client.ts';
import type { Output } from '../output.ts';

const isUrl = Compile(CentralUrl);
const isCode = Compile(EnrolCode);

/** `enrol CODE --central URL`: lets this device in at head office. */
export async function enrolCommand(
  { client, output, json }: DeviceContext,
  code: string,
  { central: url, move = false }: { readonly central: string; readonly move?: boolean },
): Promise<void> {
  if (!isUrl.Check(url))
    throw badInput(`--central "${url}" is no address such as https://central.example`);
  if (!isCode.Check(code)) throw badInput(`"${code}" is no code of ten letters and digits`);
  const status = await ask(client, 'sync.enrol', { commandId: systemIds.next(), url, code, move });
  output.line(json ? JSON.stringify(status) : statusWords(status));
  if (status.keyProtection === 'none') {
    output.note('This system keeps no keys: the device’s key lies in a file beside the store.');
  }
}

/** `sync --once`: sends and fetches now; fails when head office could not be reached. */
export async function syncOnceCommand({ client, output, json }: DeviceContext): Promise<void> {
  const status = await ask(client, 'sync.now', { commandId: systemIds.next() });
  output.line(json ? JSON.stringify(status) : statusWords(status));
  if (status.state !== 'online') {
    throw new CommandFailure(`Nothing was synced: ${status.problem?.message ?? status.state}`, 1);
  }
}

/** `sync --resend-from`: has all events from a number on sent again; says how many wait now. */
export async function resend(
  { client }: Pick<DeviceContext, 'client'>,
  fromSeq: number,
): Promise<SyncStatus> {
  return ask(client, 'sync.resend', { commandId: systemIds.next(), fromSeq });
}

/** `sync --resend-from` by itself: what is sent again goes when the kiosk is online. */
export async function resendCommand(context: DeviceContext, fromSeq: number): Promise<void> {
  const { output, json } = context;
  const status = await resend(context, fromSeq);
  output.line(json ? JSON.stringify(status) : statusWords(status));
}

/** `sync --watch`: a line now and one for each change, until it is interrupted. */
export async function syncWatchCommand(
  { client, output, json }: DeviceContext,
  interrupted: Promise<void>,
): Promise<void> {
  let told = '';
  const tell = (status: SyncStatus): void => {
    const { lastContactAt: _, ...visible } = status;
    const text = JSON.stringify(visible);
    if (text === told) return;
    told = text;
    const at = new Date().toISOString();
    output.line(json ? JSON.stringify({ at, ...visible }) : `${at}  ${statusWords(status)}`);
  };
  client.subscribe('sync.changed', tell);
  tell(await ask(client, 'sync.status', {}));
  await interrupted;
}

/** `sync status`: how the line to head office is. */
export async function syncStatusCommand({ client, output, json }: DeviceContext): Promise<void> {
  const status = await ask(client, 'sync.status', {});
  output.line(json ? JSON.stringify(status) : statusWords(status));
}

/** `outbox`: what waits and what was refused; `--retry` sends the refused ones once more. */
export async function outboxCommand(
  { client, output, json }: DeviceContext,
  { retry = false }: { readonly retry?: boolean },
): Promise<void> {
  if (retry) await ask(client, 'sync.retry', { commandId: systemIds.next(), deviceSeq: null });
  const { waiting } = await ask(client, 'sync.status', {});
  const { events } = await ask(client, 'sync.setAside', { limit: 100_000 });
  if (json) output.line(JSON.stringify({ waiting, setAside: events }));
  else writeOutbox(output, waiting, events);
}

function writeOutbox(output: Output, waiting: number, events: readonly SetAsideEvent[]): void {
  output.line(`${waiting} waiting, ${events.length} set aside`);
  for (const { deviceSeq, type, orderNumber, code, message, retrying } of events) {
    const what = orderNumber === null ? type : `${type} ${orderNumber}`;
    output.line(
      `${String(deviceSeq).padStart(8)}  ${what}  ${code}: ${message}${retrying ? ' (again)' : ''}`,
    );
  }
}

function statusWords(status: SyncStatus): string {
  const { state, central, waiting, setAside, problem, clockSkewMs } = status;
  const where = central === null ? '' : ` ${central.url} as ${central.name} in ${central.store}`;
  const skew =
    clockSkewMs === null || Math.abs(clockSkewMs) < 2_000
      ? ''
      : `, clock ${Math.round(clockSkewMs / 1000)} s off`;
  const why = problem === null ? '' : ` (${problem.message})`;
  return `${state}${where}: ${waiting} waiting, ${setAside} set aside${skew}${why}`;
}
