import type { DeviceView } from '#shared/contract/ipc/devices.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeviceSettings } from '../ports/device-settings.ts';
import type { AttachedPrinter, AttachedScanner, DeviceFinder } from '../ports/devices.ts';
import type { EventSink } from '../ports/events.ts';
import type { Logger } from '../ports/logger.ts';
import type { SaleStore } from '../ports/sale-store.ts';

type DeviceName =
  | 'devices.list'
  | 'devices.choices'
  | 'devices.configurePrinter'
  | 'devices.configureScanner'
  | 'devices.reconnect'
  | 'devices.openDrawer';

export interface DevicePorts {
  readonly printer: AttachedPrinter;
  readonly scanner: AttachedScanner;
  readonly finder: DeviceFinder;
  readonly deviceSettings: DeviceSettings;
  readonly sales: SaleStore;
  readonly clock: Clock;
  readonly events: EventSink;
  readonly logger: Logger;
}

/** What is attached, how it is, and attaching it in another way. DEV-50 to DEV-57. */
export function deviceHandlers(ports: DevicePorts): Handlers<DeviceName> {
  const { printer, scanner, finder, deviceSettings, sales, clock } = ports;
  const once = onceEach<Promise<unknown>>();
  const listed = () => ok({ devices: [...listDevices(ports)] });

  return {
    'devices.list': listed,

    'devices.choices': async () =>
      ok({ ports: [...(await finder.serialPorts())], profiles: [...finder.profiles()] }),

    'devices.configurePrinter': async ({ commandId, settings }) => {
      await once(commandId, async () => {
        deviceSettings.keepPrinter(settings, clock.now());
        await printer.attach(settings);
      });
      return listed();
    },

    'devices.configureScanner': async ({ commandId, settings }) => {
      await once(commandId, async () => {
        deviceSettings.keepScanner(settings, clock.now());
        await scanner.attach(settings);
      });
      return listed();
    },

    'devices.reconnect': async ({ commandId, device }) => {
      await once(commandId, async () => {
        if (device === 'receipt-printer') await printer.attach(printer.settings());
        if (device === 'scanner') await scanner.attach(scanner.settings());
      });
      return listed();
    },

    'devices.openDrawer': async ({ commandId, reason, note }) => {
      if (reason === 'other' && note.trim() === '') {
        return err(fault('drawer.note_missing', 'Say in the note why the drawer is opened.'));
      }
      const opened = await once(commandId, async () => {
        // Written first: a drawer that opens without a record is worse than one that stays shut.
        const payload = { device: sales.device().code, reason, note: note.trim() };
        const recorded = sales.journal({ type: 'drawer.opened', payload }, clock.now());
        return recorded.ok ? await printer.openDrawer() : recorded;
      });
      if (opened === true) return ok({});
      if (opened === false) {
        return err(
          fault('device.not_ready', 'The receipt printer, which opens it, does not answer.'),
        );
      }
      return err(fault('store.unavailable', 'The reason could not be written down.'));
    },
  };
}

function listDevices({ printer, scanner }: DevicePorts): readonly DeviceView[] {
  return [
    {
      id: 'receipt-printer',
      address: printer.address(),
      health: printer.health(),
      settings: printer.settings(),
      confirms: printer.confirms(),
    },
    {
      id: 'scanner',
      address: scanner.address(),
      health: scanner.health(),
      settings: scanner.settings(),
    },
    {
      id: 'card-terminal',
      // The only one there is so far, and part of this program.
      address: 'virtual',
      health: {
        state: 'ready',
        problems: [],
        drawer: 'unknown',
        lastAnswerAt: null,
        detail: '',
      },
    },
  ];
}

/** Tells the renderer about each change of health; returns how to stop. */
export function followDevices(ports: DevicePorts): () => void {
  const tell = () => ports.events.emit('devices.changed', { devices: [...listDevices(ports)] });
  const stops = [ports.printer.onHealth(tell), ports.scanner.onHealth(tell)];
  return () => {
    for (const stop of stops) stop();
  };
}
