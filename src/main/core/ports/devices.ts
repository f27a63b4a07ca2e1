import type {
  DeviceHealth,
  PrintConfirmation,
  PrinterProfileView,
  PrinterSettings,
  ScannerSettings,
  SerialPortView,
} from '#shared/contract/ipc/devices.ts';
import type { ScannedCode } from '#shared/contract/ipc/scanner.ts';
import type { ReceiptPrinter } from './receipt-printer.ts';

/** A receipt printer that can be attached in another way while the kiosk runs. */
export interface AttachedPrinter extends ReceiptPrinter {
  settings(): PrinterSettings;
  address(): string;
  confirms(): PrintConfirmation;
  /** Lets the line go and connects with these settings; what is being sent becomes unknown. */
  attach(settings: PrinterSettings): Promise<void>;
}

/** Whatever reads codes: a serial scanner, or the virtual one. */
export interface AttachedScanner {
  settings(): ScannerSettings;
  address(): string;
  attach(settings: ScannerSettings): Promise<void>;
  health(): DeviceHealth;
  onHealth(listener: () => void): () => void;
  /** Calls `listener` for each accepted scan until the returned function is called. */
  onScan(listener: (code: ScannedCode) => void): () => void;
  /** Keystrokes of a scanner that plays keyboard; heard by `onScan` when they are a code. */
  keyed(keys: string): void;
}

/** What could be attached to this machine. */
export interface DeviceFinder {
  serialPorts(): Promise<readonly SerialPortView[]>;
  profiles(): readonly PrinterProfileView[];
}
