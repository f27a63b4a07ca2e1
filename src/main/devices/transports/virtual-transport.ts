import { createLineTransport } from './line-transport.ts';
import { type Transport, TransportError } from './transport.ts';
import type { VirtualDevice } from './virtual-device.ts';

/** A line within this process to a device made of software. */
export function createVirtualTransport(name: string, device: VirtualDevice): Transport {
  const unplugged = () => new TransportError('notFound', `${name}: its cable is out`);
  return createLineTransport({
    address: () => name,
    // The device keeps the pace by itself.
    bytesPerSecond: null,
    async open(listener) {
      if (!device.plugged()) throw unplugged();
      let connected = true;
      const unplug = (): void => {
        connected = false;
        stopWatching();
        listener.lost(unplugged());
      };
      const stopWatching = device.onPlug(() => {
        if (connected && !device.plugged()) unplug();
      });
      const end = device.connect({
        send(bytes) {
          if (connected) listener.data(bytes);
        },
        unplug() {
          if (connected) unplug();
        },
      });
      return {
        async write(bytes) {
          if (!connected) throw unplugged();
          await end.receive(bytes);
        },
        async close() {
          if (!connected) return;
          connected = false;
          stopWatching();
          end.hangUp();
        },
      };
    },
  });
}
