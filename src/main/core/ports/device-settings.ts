import type { PrinterSettings, ScannerSettings } from '#shared/contract/ipc/devices.ts';
import type { UnixMs } from '#shared/lib/time.ts';

/** How the devices of this kiosk are attached, kept in its store. `null`: nobody said yet. */
export interface DeviceSettings {
  printer(): PrinterSettings | null;
  scanner(): ScannerSettings | null;
  keepPrinter(settings: PrinterSettings, at: UnixMs): void;
  keepScanner(settings: ScannerSettings, at: UnixMs): void;
}
