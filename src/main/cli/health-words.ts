import type { DeviceHealth, DeviceProblem } from '#shared/contract/ipc/devices.ts';

const states: Readonly<Record<DeviceHealth['state'], string>> = {
  connecting: 'connecting',
  ready: 'ready',
  attention: 'ready',
  notReady: 'not ready',
  disconnected: 'not connected',
};

const problems: Readonly<Record<DeviceProblem, string>> = {
  notFound: 'there is no such device',
  noPermission: 'no permission to open it',
  inUse: 'another program holds it',
  lineFailed: 'the line failed',
  noAnswer: 'it does not answer',
  coverOpen: 'the cover is open',
  paperOut: 'out of paper',
  cutterError: 'the cutter is blocked',
  printerError: 'it reports an error',
  offline: 'it is offline',
  paperNearEnd: 'paper is running low',
};

/** A device's health as a person reads it. */
export function healthWords({ state, problems: found, detail }: DeviceHealth): string {
  const reasons = found.map((problem) => problems[problem]).join(', ');
  const more = detail === '' ? '' : ` (${detail})`;
  return reasons === '' ? states[state] : `${states[state]}: ${reasons}${more}`;
}
