import type { DeviceConnection } from '#shared/contract/ipc/devices.ts';
import type { useWords } from '../../i18n/use-words.ts';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'number'>;

/** How a device is attached; `address` is where it was found, which a USB device may change. */
export function connectionWords(
  { t, number }: Words,
  connection: DeviceConnection,
  address: string,
): string {
  switch (connection.kind) {
    case 'virtual':
      return t('devices.attached.virtual');
    case 'serial':
      return t('devices.attached.serial', {
        path: address === '' ? connection.path : address,
        baud: number(connection.baudRate),
      });
    case 'tcp':
      return t('devices.attached.tcp', { host: connection.host, port: connection.port });
    case 'file':
      return t('devices.attached.file', { path: connection.path });
  }
}
