import type { DeviceSettings } from '#main/core/ports/device-settings.ts';
import { PrinterSettings, ScannerSettings } from '#shared/contract/ipc/devices.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { WritableDb } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

const parsePrinter = storedJson(PrinterSettings);
const parseScanner = storedJson(ScannerSettings);

export function createDeviceSettings(db: WritableDb): DeviceSettings {
  function find(device: string): string | undefined {
    return db.value<string>('SELECT settings FROM device_settings WHERE device = ?', device);
  }

  function keep(device: string, settings: unknown, at: UnixMs): void {
    db.immediate(() => {
      db.run(
        `INSERT INTO device_settings (device, settings, changed_at) VALUES (?, ?, ?)
         ON CONFLICT (device) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at`,
        device,
        JSON.stringify(settings),
        at,
      );
    });
  }

  return {
    printer() {
      const stored = find('receipt-printer');
      if (stored === undefined) return null;
      return parsePrinter(stored, 'settings of the receipt printer');
    },
    scanner() {
      const stored = find('scanner');
      return stored === undefined ? null : parseScanner(stored, 'settings of the scanner');
    },
    keepPrinter: (settings, at) => keep('receipt-printer', settings, at),
    keepScanner: (settings, at) => keep('scanner', settings, at),
  };
}
