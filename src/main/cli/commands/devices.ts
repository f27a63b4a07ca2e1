import type { DeviceView } from '#shared/contract/ipc/devices.ts';
import { systemIds } from '../../hosts/system.ts';
import { type DeviceSetOptions, parseConnection, parseProfile } from '../connection-options.ts';
import { deviceLine, deviceWords } from '../device-lines.ts';
import { badInput } from '../failure.ts';
import { ask, type DeviceContext } from '../kiosk-client.ts';

/** A device that was just connected needs a moment to tell how it is. */
const settleMs = 6_000;

/** `devices list`: what is attached and how it is; with `--json` a line for each. */
export async function listDevicesCommand({ client, output, json }: DeviceContext): Promise<void> {
  for (const device of await settledDevices(client)) {
    output.line(json ? JSON.stringify(deviceLine(device)) : deviceWords(device));
  }
}

/** `devices set DEVICE …`: how a device is attached from now on. */
export async function setDeviceCommand(
  { client, output, json }: DeviceContext,
  device: string,
  options: DeviceSetOptions,
): Promise<void> {
  const connection = parseConnection(options);
  const commandId = systemIds.next();
  if (device === 'receipt-printer') {
    const profile = parseProfile(options.profile);
    const settings = { connection, profile };
    await ask(client, 'devices.configurePrinter', { commandId, settings });
  } else if (device === 'scanner') {
    if (options.profile !== undefined) throw badInput('--profile is for the receipt-printer');
    await ask(client, 'devices.configureScanner', { commandId, settings: { connection } });
  } else {
    throw badInput(`"${device}" is neither receipt-printer nor scanner`);
  }
  const changed = (await settledDevices(client)).find(({ id }) => id === device);
  if (changed !== undefined)
    output.line(json ? JSON.stringify(deviceLine(changed)) : deviceWords(changed));
}

/** The devices, once none of them is still being connected. */
async function settledDevices(client: DeviceContext['client']): Promise<readonly DeviceView[]> {
  const isSettled = (devices: readonly DeviceView[]) =>
    devices.every(({ health }) => health.state !== 'connecting');
  let overtaken = false;
  let stop = () => {};
  const settled = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, settleMs);
    const end = client.subscribe('devices.changed', ({ devices }) => {
      overtaken = true;
      if (isSettled(devices)) resolve();
    });
    stop = () => {
      clearTimeout(timer);
      end();
    };
  });
  try {
    const { devices } = await ask(client, 'devices.list', {});
    if (!overtaken && isSettled(devices)) return devices;
    await settled;
    return (await ask(client, 'devices.list', {})).devices;
  } finally {
    stop();
  }
}
