import { Compile } from 'typebox/compile';
import {
  DeviceConnection,
  type PrinterProfileId,
  printerProfileIds,
} from '#shared/contract/ipc/devices.ts';
import { badInput } from './failure.ts';

/** The options of `devices set`, as they were typed. */
export interface DeviceSetOptions {
  readonly serial?: string;
  readonly tcp?: string;
  readonly file?: string;
  readonly virtual?: boolean;
  readonly usb?: string;
  readonly baud: string;
  readonly parity: string;
  readonly flow: string;
  readonly profile?: string;
}

const connections = Compile(DeviceConnection);

/** One of `--serial`, `--tcp`, `--file` and `--virtual`, with what belongs to it. */
export function parseConnection(options: DeviceSetOptions): DeviceConnection {
  const given = [
    options.serial === undefined ? [] : [serial(options, options.serial)],
    options.tcp === undefined ? [] : [tcp(options.tcp)],
    options.file === undefined ? [] : [{ kind: 'file', path: options.file }],
    options.virtual === true ? [{ kind: 'virtual' }] : [],
  ].flat();
  const [connection] = given;
  if (connection === undefined || given.length > 1) {
    throw badInput('give one of --serial PATH, --tcp HOST:PORT, --file PATH and --virtual');
  }
  if (!connections.Check(connection)) {
    const [error] = connections.Errors(connection);
    throw badInput(`the connection is not valid: ${error?.message ?? 'see devices set --help'}`);
  }
  return connection;
}

function serial(options: DeviceSetOptions, path: string): unknown {
  const baudRate = Number(options.baud);
  if (!rates.includes(baudRate)) {
    throw badInput(`--baud "${options.baud}" is none of ${rates.join(', ')}`);
  }
  return {
    kind: 'serial',
    path,
    ...(options.usb === undefined ? {} : { usb: usbIdentity(options.usb) }),
    baudRate,
    parity: oneOf('--parity', options.parity, { none: 'none', even: 'even', odd: 'odd' }),
    flowControl: oneOf('--flow', options.flow, {
      none: 'none',
      rtscts: 'rtsCts',
      xonxoff: 'xonXoff',
    }),
  };
}

const rates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400];

function oneOf(option: string, text: string, values: Readonly<Record<string, string>>): string {
  const value = Object.hasOwn(values, text) ? values[text] : undefined;
  if (value === undefined) {
    throw badInput(`${option} "${text}" is none of ${Object.keys(values).join(', ')}`);
  }
  return value;
}

/** `04b8:0e15` or `04b8:0e15:SERIAL`. */
function usbIdentity(text: string): unknown {
  const match = /^([0-9a-f]{4}):([0-9a-f]{4})(?::(.+))?$/i.exec(text);
  if (match === null)
    throw badInput(`--usb "${text}" is not VENDOR:PRODUCT or VENDOR:PRODUCT:SERIAL`);
  const [, vendor = '', product = '', serialNumber] = match;
  return {
    vendorId: vendor.toLowerCase(),
    productId: product.toLowerCase(),
    ...(serialNumber === undefined ? {} : { serialNumber }),
  };
}

function tcp(text: string): unknown {
  const [, bracketed, plain, digits = '9100'] =
    /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65_535) {
    throw badInput(`--tcp "${text}" is not HOST or HOST:PORT`);
  }
  return { kind: 'tcp', host, port };
}

/** A make of printer that we know. */
export function parseProfile(text: string | undefined): PrinterProfileId {
  const profile = printerProfileIds.find((id) => id === text);
  if (profile === undefined) {
    const given = text === undefined ? '--profile is missing' : `--profile "${text}" is not known`;
    throw badInput(`${given}; there are ${printerProfileIds.join(', ')}`);
  }
  return profile;
}
