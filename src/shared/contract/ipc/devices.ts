import { type Static, Type } from 'typebox';
import { command, event, query } from '../define.ts';
import { commandFields, Nothing } from './common.ts';

const closed = { additionalProperties: false };

/** The devices that a kiosk can have, by their place in it. */
export const DeviceId = Type.Enum(['receipt-printer', 'scanner', 'card-terminal']);
export type DeviceId = Static<typeof DeviceId>;

/** A USB device as its port tells it, four hexadecimal digits each: finds it again under another path. */
export const UsbIdentity = Type.Object(
  {
    vendorId: Type.String({ pattern: '^[0-9a-f]{4}$' }),
    productId: Type.String({ pattern: '^[0-9a-f]{4}$' }),
    serialNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  },
  closed,
);
export type UsbIdentity = Static<typeof UsbIdentity>;

/** A serial or USB-serial port: eight data bits, one stop bit. */
export const SerialConnection = Type.Object(
  {
    kind: Type.Literal('serial'),
    /** `/dev/ttyUSB0`, `COM3`. */
    path: Type.String({ minLength: 1, maxLength: 256 }),
    /** When set, the port with this identity is used wherever it is; `path` tells where it was. */
    usb: Type.Optional(UsbIdentity),
    /** Bits per second. */
    baudRate: Type.Enum([1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400]),
    parity: Type.Enum(['none', 'even', 'odd']),
    flowControl: Type.Enum(['none', 'rtsCts', 'xonXoff']),
  },
  closed,
);
export type SerialConnection = Static<typeof SerialConnection>;

/** How a device is attached. */
export const DeviceConnection = Type.Union([
  Type.Object({ kind: Type.Literal('virtual') }, closed),
  SerialConnection,
  Type.Object(
    {
      kind: Type.Literal('tcp'),
      host: Type.String({ minLength: 1, maxLength: 253 }),
      /** 9100 for raw printing. */
      port: Type.Integer({ minimum: 1, maximum: 65_535 }),
    },
    closed,
  ),
  /** A device file of the system, such as `/dev/usb/lp0`. */
  Type.Object(
    { kind: Type.Literal('file'), path: Type.String({ minLength: 1, maxLength: 256 }) },
    closed,
  ),
]);
export type DeviceConnection = Static<typeof DeviceConnection>;

/** Makes of printers that we know how to write for. */
export const printerProfileIds = [
  'epson-tm-t88',
  'epson-tm-t88iv',
  'epson-tm-t20',
  'star-esc-pos',
  'bixolon-srp',
  'generic-58mm',
  'generic-80mm',
] as const;
/** A make of printer, by its id. */
export const PrinterProfileId = Type.Enum([...printerProfileIds]);
export type PrinterProfileId = Static<typeof PrinterProfileId>;

/** How the receipt printer is attached, and which make it is. */
export const PrinterSettings = Type.Object(
  { connection: DeviceConnection, profile: PrinterProfileId },
  closed,
);
export type PrinterSettings = Static<typeof PrinterSettings>;

/** How the scanner is attached. */
export const ScannerSettings = Type.Object({ connection: DeviceConnection }, closed);
export type ScannerSettings = Static<typeof ScannerSettings>;

/** What a person should know about a device; all that apply, the gravest first. */
export const DeviceProblem = Type.Enum([
  // It cannot be reached.
  'notFound',
  'noPermission',
  'inUse',
  'lineFailed',
  'noAnswer',
  // It answers, and cannot work.
  'coverOpen',
  'paperOut',
  'cutterError',
  'printerError',
  'offline',
  // It works.
  'paperNearEnd',
]);
export type DeviceProblem = Static<typeof DeviceProblem>;

/** How a device is, as a person should know it. */
export const DeviceHealth = Type.Object(
  {
    /**
     * `connecting`: not heard of yet. `ready`: works. `attention`: works, but somebody should see to
     * it. `notReady`: answers, but cannot work. `disconnected`: cannot be reached.
     */
    state: Type.Enum(['connecting', 'ready', 'attention', 'notReady', 'disconnected']),
    problems: Type.Array(DeviceProblem),
    drawer: Type.Enum(['open', 'closed', 'unknown']),
    /** Unix milliseconds; `null`: never, or it cannot answer. */
    lastAnswerAt: Type.Union([Type.Integer(), Type.Null()]),
    /** What the system or the driver said, in English, for IT; empty when all is well. */
    detail: Type.String(),
  },
  closed,
);
export type DeviceHealth = Static<typeof DeviceHealth>;

/** How a printer tells that a job is on paper; `nothing`: it cannot. */
export const PrintConfirmation = Type.Enum(['processId', 'status', 'nothing']);
export type PrintConfirmation = Static<typeof PrintConfirmation>;

const attached = { address: Type.String(), health: DeviceHealth };

/** A device with how it is attached and how it is. */
export const DeviceView = Type.Union([
  Type.Object(
    {
      id: Type.Literal('receipt-printer'),
      ...attached,
      settings: PrinterSettings,
      confirms: PrintConfirmation,
    },
    closed,
  ),
  Type.Object({ id: Type.Literal('scanner'), ...attached, settings: ScannerSettings }, closed),
  Type.Object({ id: Type.Literal('card-terminal'), ...attached }, closed),
]);
export type DeviceView = Static<typeof DeviceView>;

/** A serial port of this machine, as its driver tells it. */
export const SerialPortView = Type.Object(
  {
    path: Type.String(),
    manufacturer: Type.Optional(Type.String()),
    usb: Type.Optional(UsbIdentity),
  },
  closed,
);
export type SerialPortView = Static<typeof SerialPortView>;

/** A make of printer that can be chosen. */
export const PrinterProfileView = Type.Object(
  {
    id: PrinterProfileId,
    name: Type.String(),
    columns: Type.Integer(),
    confirms: PrintConfirmation,
  },
  closed,
);
export type PrinterProfileView = Static<typeof PrinterProfileView>;

/** Why somebody opens the drawer without a sale; `note` says more. Written to the journal. */
export const DrawerReason = Type.Enum(['change', 'cashIn', 'cashOut', 'count', 'test', 'other']);
export type DrawerReason = Static<typeof DrawerReason>;

const Devices = Type.Object({ devices: Type.Array(DeviceView) }, closed);

/** What is attached, how it is, and attaching it in another way. */
export const devicesContract = {
  'devices.list': query(Nothing, Devices),
  /** What could be attached: the machine's serial ports and the printers that we know. */
  'devices.choices': query(
    Nothing,
    Type.Object(
      { ports: Type.Array(SerialPortView), profiles: Type.Array(PrinterProfileView) },
      closed,
    ),
  ),
  /** Keeps the settings and connects with them at once. */
  'devices.configurePrinter': command(
    Type.Object({ ...commandFields, settings: PrinterSettings }, closed),
    Devices,
  ),
  'devices.configureScanner': command(
    Type.Object({ ...commandFields, settings: ScannerSettings }, closed),
    Devices,
  ),
  /** Lets the line go and looks for the device anew. */
  'devices.reconnect': command(
    Type.Object({ ...commandFields, device: DeviceId }, closed),
    Devices,
  ),
  'devices.openDrawer': command(
    Type.Object(
      { ...commandFields, reason: DrawerReason, note: Type.String({ maxLength: 200 }) },
      closed,
    ),
    Type.Object({}, closed),
    ['device.not_ready', 'drawer.note_missing'],
  ),
} as const;

/** What the devices tell without being asked. */
export const devicesEvents = {
  /** A device's health or settings changed. */
  'devices.changed': event(Devices),
} as const;
