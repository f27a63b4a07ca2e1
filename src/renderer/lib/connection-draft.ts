import type {
  DeviceConnection,
  SerialConnection,
  SerialPortView,
  UsbIdentity,
} from '#shared/contract/ipc/devices.ts';
import { latinDigits } from '#shared/lib/latin-digits.ts';

/** A connection while somebody is choosing it: what was entered for each kind is kept. */
export interface ConnectionDraft {
  readonly kind: DeviceConnection['kind'];
  readonly serialPath: string;
  /** The USB device that was at `usbPath` when the settings were kept. */
  readonly usb: UsbIdentity | null;
  readonly usbPath: string;
  readonly followUsb: boolean;
  readonly baudRate: SerialConnection['baudRate'];
  readonly parity: SerialConnection['parity'];
  readonly flowControl: SerialConnection['flowControl'];
  readonly host: string;
  /** As it was typed. */
  readonly port: string;
  readonly filePath: string;
}

/** What is wrong with an entry, by field, as keys of the texts. */
export type DraftProblems = Readonly<
  Partial<Record<'serialPath' | 'host' | 'port' | 'filePath', string>>
>;

const empty: ConnectionDraft = {
  kind: 'virtual',
  serialPath: '',
  usb: null,
  usbPath: '',
  followUsb: true,
  baudRate: 9600,
  parity: 'none',
  flowControl: 'none',
  host: '',
  port: '9100',
  filePath: '',
};

export function draftOf(connection: DeviceConnection): ConnectionDraft {
  switch (connection.kind) {
    case 'virtual':
      return empty;
    case 'serial': {
      const { path, usb = null, baudRate, parity, flowControl } = connection;
      return {
        ...empty,
        kind: 'serial',
        serialPath: path,
        usb,
        usbPath: path,
        followUsb: usb !== null,
        baudRate,
        parity,
        flowControl,
      };
    }
    case 'tcp':
      return { ...empty, kind: 'tcp', host: connection.host, port: String(connection.port) };
    case 'file':
      return { ...empty, kind: 'file', filePath: connection.path };
  }
}

/** The USB device at the chosen port, where its driver tells it. */
export function usbOf(
  draft: ConnectionDraft,
  ports: readonly SerialPortView[],
): UsbIdentity | null {
  const path = draft.serialPath.trim();
  const port = ports.find((candidate) => candidate.path === path);
  if (port !== undefined) return port.usb ?? null;
  return path === draft.usbPath ? draft.usb : null;
}

const hostName = /^[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?$/i;
const ipv6 = /^[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*(%\w+)?$/i;

export function problemsOf(draft: ConnectionDraft): DraftProblems {
  switch (draft.kind) {
    case 'virtual':
      return {};
    case 'serial':
      return draft.serialPath.trim() === '' ? { serialPath: 'devices.form.portMissing' } : {};
    case 'file':
      return draft.filePath.trim() === '' ? { filePath: 'devices.form.fileMissing' } : {};
    case 'tcp': {
      const host = draft.host.trim();
      const hostProblem =
        host === ''
          ? 'devices.form.hostMissing'
          : hostName.test(host) || ipv6.test(host)
            ? null
            : 'devices.form.hostOdd';
      return {
        ...(hostProblem === null ? {} : { host: hostProblem }),
        ...(isPort(draft.port) ? {} : { port: 'devices.form.portOdd' }),
      };
    }
  }
}

function isPort(text: string): boolean {
  const digits = latinDigits(text.trim());
  const port = Number(digits);
  return /^\d+$/.test(digits) && port >= 1 && port <= 65_535;
}

/** The connection that was entered; of a draft without problems. */
export function connectionOf(
  draft: ConnectionDraft,
  ports: readonly SerialPortView[],
): DeviceConnection {
  switch (draft.kind) {
    case 'virtual':
      return { kind: 'virtual' };
    case 'serial': {
      const usb = draft.followUsb ? usbOf(draft, ports) : null;
      const { baudRate, parity, flowControl } = draft;
      const path = draft.serialPath.trim();
      return {
        kind: 'serial',
        path,
        ...(usb === null ? {} : { usb }),
        baudRate,
        parity,
        flowControl,
      };
    }
    case 'tcp':
      return { kind: 'tcp', host: draft.host.trim(), port: Number(latinDigits(draft.port.trim())) };
    case 'file':
      return { kind: 'file', path: draft.filePath.trim() };
  }
}
