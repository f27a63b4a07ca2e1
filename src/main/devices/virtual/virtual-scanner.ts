import type { VirtualDevice, VirtualLine } from '../transports/virtual-device.ts';
import { createListeners } from './listeners.ts';

/** A scanner made of software: sends what a real one would, down whatever line it is attached to. */
export interface VirtualScanner extends VirtualDevice {
  /** Reads a code: its UTF-8 bytes and CR go down the line. Nothing happens while nobody listens. */
  scan(code: string): void;
  /** Puts the cable in, or takes it out. */
  setPlugged(plugged: boolean): void;
}

export function createVirtualScanner(): VirtualScanner {
  const listeners = createListeners();
  const lines = new Set<VirtualLine>();
  let plugged = true;
  return {
    plugged: () => plugged,
    onPlug: listeners.add,
    connect(line) {
      lines.add(line);
      return {
        // Real ones take commands; this one is set up as it should be.
        receive: () => Promise.resolve(),
        hangUp: () => {
          lines.delete(line);
        },
      };
    },
    scan(code) {
      const bytes = new TextEncoder().encode(`${code}\r`);
      for (const line of [...lines]) line.send(bytes);
    },
    setPlugged(next) {
      if (plugged === next) return;
      plugged = next;
      if (!plugged) {
        for (const line of [...lines]) line.unplug();
        lines.clear();
      }
      listeners.notify();
    },
  };
}
