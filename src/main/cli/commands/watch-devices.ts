import { setTimeout as pause } from 'node:timers/promises';
import type { DeviceView } from '#shared/contract/ipc/devices.ts';
import { type ControlClient, connectControl } from '../../hosts/control/control-client.ts';
import type { CommonOptions } from '../context.ts';
import { deviceLine, deviceWords } from '../device-lines.ts';
import { failureOf } from '../failure.ts';
import { storeFile } from '../kiosk-client.ts';
import type { Output } from '../output.ts';

const lookEveryMs = 500;

type Tell = (devices: readonly DeviceView[]) => void;

/**
 * `devices watch`: a line for each device now, and one for each change, until it is interrupted. Only
 * ever looks on: without a kiosk it waits for one, and for the next when that one ends.
 */
export async function watchDevicesCommand(
  options: CommonOptions,
  output: Output,
  interrupted: Promise<void>,
): Promise<void> {
  const file = storeFile(options);
  const tell = tellChanges(output, options.json === true);
  let stopped = false;
  void interrupted.then(() => {
    stopped = true;
  });
  let waiting = false;
  while (!stopped) {
    const client = await connectControl(file);
    if (client !== null) {
      waiting = false;
      try {
        await watch(client, tell, interrupted);
      } finally {
        client.close();
      }
    } else if (!waiting) {
      waiting = true;
      output.note(`No kiosk is running on ${file}; waiting for one.`);
    }
    if (!stopped) await Promise.race([interrupted, pause(lookEveryMs)]);
  }
}

/** Until the kiosk goes away, or somebody interrupts. */
async function watch(client: ControlClient, tell: Tell, interrupted: Promise<void>): Promise<void> {
  let overtaken = false;
  client.subscribe('devices.changed', ({ devices }) => {
    overtaken = true;
    tell(devices);
  });
  const end = Promise.race([interrupted, client.ended]);
  const listed = await Promise.race([client.invoke('devices.list', {}), end]);
  if (listed?.ok === false && client.isOpen()) throw failureOf(listed.error);
  // An answer that a change has overtaken tells how it was before.
  if (listed?.ok === true && !overtaken) tell(listed.value.devices);
  await end;
}

/** Prints what is new about a device. */
function tellChanges(output: Output, json: boolean): Tell {
  const told = new Map<string, string>();
  return (devices) => {
    for (const device of devices) {
      const { lastAnswerAt: _, ...visible } = deviceLine(device);
      const text = JSON.stringify(visible);
      if (told.get(device.id) === text) continue;
      told.set(device.id, text);
      const at = new Date().toISOString();
      output.line(json ? JSON.stringify({ at, ...visible }) : `${at}  ${deviceWords(device)}`);
    }
  };
}
