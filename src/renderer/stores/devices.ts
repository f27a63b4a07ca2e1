import { create } from 'zustand';
import type { RequestInput, RequestOutput, RequestResult } from '#shared/contract/ipc/contract.ts';
import type {
  DeviceId,
  DeviceView,
  PrinterSettings,
  ScannerSettings,
} from '#shared/contract/ipc/devices.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk, send } from './client.ts';
import { showFault } from './notices.ts';

type DeviceChoices = RequestOutput<'devices.choices'>;
export type DeviceOf<I extends DeviceId> = Extract<DeviceView, { readonly id: I }>;

interface DevicesState {
  readonly devices: readonly DeviceView[] | null;
  readonly fault: ErrorCode | null;
  /** What could be attached, as it was when it was last asked for. */
  readonly choices: DeviceChoices | null;
}

export const useDevices = create<DevicesState>(() => ({
  devices: null,
  fault: null,
  choices: null,
}));

/** An event tells what is newer than any answer that is still under way. */
const turns = createTurns();

export async function followDevices(): Promise<void> {
  kiosk().subscribe('devices.changed', ({ devices }) => {
    turns.overtake();
    useDevices.setState({ devices, fault: null });
  });
  await loadDevices();
}

export async function loadDevices(): Promise<void> {
  const isLast = turns.begin();
  const answer = await kiosk().invoke('devices.list', {});
  if (!isLast()) return;
  if (answer.ok) useDevices.setState({ devices: answer.value.devices, fault: null });
  else useDevices.setState({ fault: answer.error.code });
}

export async function loadChoices(): Promise<void> {
  const answer = await kiosk().invoke('devices.choices', {});
  if (answer.ok) useDevices.setState({ choices: answer.value });
  else showFault(answer.error.code);
}

/** True when the settings are kept; what comes of them shows as the device's health. */
export async function configurePrinter(settings: PrinterSettings): Promise<boolean> {
  return keep(send('devices.configurePrinter', { settings }));
}

export async function configureScanner(settings: ScannerSettings): Promise<boolean> {
  return keep(send('devices.configureScanner', { settings }));
}

export async function reconnect(device: DeviceId): Promise<void> {
  await keep(send('devices.reconnect', { device }));
}

type DrawerOpening = Omit<RequestInput<'devices.openDrawer'>, 'commandId'>;

/** Resolves to why the drawer stays shut, or null. */
export async function openDrawer(opening: DrawerOpening): Promise<ErrorCode | null> {
  const answer = await send('devices.openDrawer', opening);
  return answer.ok ? null : answer.error.code;
}

type ListAnswer = RequestResult<
  'devices.configurePrinter' | 'devices.configureScanner' | 'devices.reconnect'
>;

async function keep(answering: Promise<ListAnswer>): Promise<boolean> {
  const isLast = turns.begin();
  const answer = await answering;
  if (!answer.ok) showFault(answer.error.code);
  else if (isLast()) useDevices.setState({ devices: answer.value.devices, fault: null });
  return answer.ok;
}

/** The device in this place, once the core told about it. */
export function useDevice<I extends DeviceId>(id: I): DeviceOf<I> | undefined {
  // A device with this id has the members of this id.
  return useDevices(({ devices }) => devices?.find((device) => device.id === id)) as
    | DeviceOf<I>
    | undefined;
}
