import type { DeviceView } from '#shared/contract/ipc/devices.ts';
import { healthWords } from './health-words.ts';

/** A device as `--json` prints it. */
export function deviceLine(device: DeviceView) {
  const { id, address, health } = device;
  return {
    device: id,
    address,
    ...(device.id === 'receipt-printer'
      ? { profile: device.settings.profile, confirms: device.confirms }
      : {}),
    ...health,
  };
}

/** A device as a person reads it. */
export function deviceWords({ id, address, health }: DeviceView): string {
  return `${id.padEnd(16)}  ${address.padEnd(24)}  ${healthWords(health)}`;
}
