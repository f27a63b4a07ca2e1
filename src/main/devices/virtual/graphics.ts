import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { type BitImage, enlarge } from './bit-image.ts';

/** What a graphics command leads to at once. */
type GraphicsAct =
  | { readonly kind: 'print'; readonly image: BitImage }
  /** The printer tells the keys of its stored images. */
  | { readonly kind: 'tellKeys' };

/** `GS ( L` and `GS 8 L`: images in the print buffer, and images that stay when the power is off. */
export interface Graphics {
  /** Carries out one function; `parameters` begin with `m fn`. */
  run(parameters: Uint8Array): GraphicsAct | null;
  /** Keys of the stored images, two characters each. */
  keys(): readonly string[];
  /** Forgets the image that waits to be printed, not the stored ones. */
  clear(): void;
}

export function createGraphics({ storesLogo }: PrinterProfile): Graphics {
  const stored = new Map<string, BitImage>();
  let waiting: BitImage | null = null;

  function runStored(fn: number, parameters: Uint8Array): GraphicsAct | null {
    switch (fn) {
      case 64:
        return latin1(parameters) === 'KC' ? { kind: 'tellKeys' } : null;
      case 65:
        if (latin1(parameters) === 'CLR') stored.clear();
        return null;
      case 66:
        stored.delete(keyOf(parameters));
        return null;
      case 67: {
        // a kc1 kc2 b xL xH yL yH, then c d1 … dk for each color; there is one.
        const key = keyOf(parameters.subarray(1));
        const image = imageOf(parameters.subarray(4), parameters.subarray(9));
        if (key !== '' && image !== null) stored.set(key, image);
        return null;
      }
      case 69: {
        const image = stored.get(keyOf(parameters));
        return image === undefined ? null : printed(image, parameters[2], parameters[3]);
      }
      default:
        return null;
    }
  }

  return {
    run(parameters) {
      const [m, fn = 0] = parameters;
      const rest = parameters.subarray(2);
      if (m !== 48) return null;
      if (fn === 112) {
        // a bx by c xL xH yL yH d1 … dk
        const image = imageOf(rest.subarray(4), rest.subarray(8));
        waiting = image === null ? null : enlarge(image, scale(rest[1]), scale(rest[2]));
        return null;
      }
      if (fn === 2 || fn === 50) {
        const image = waiting;
        waiting = null;
        return image === null ? null : { kind: 'print', image };
      }
      return storesLogo ? runStored(fn, rest) : null;
    },
    keys: () => [...stored.keys()],
    clear() {
      waiting = null;
    },
  };
}

/** `GS v 0 m xL xH yL yH …`; the width is told in bytes. */
export function rasterImage(parameters: Uint8Array): BitImage {
  const mode = (parameters[1] ?? 0) % 48;
  const image = {
    widthDots: word(parameters, 2) * 8,
    heightDots: word(parameters, 4),
    bits: parameters.slice(6),
  };
  return enlarge(image, mode & 1 ? 2 : 1, mode & 2 ? 2 : 1);
}

function printed(image: BitImage, across = 1, down = 1): GraphicsAct {
  return { kind: 'print', image: enlarge(image, scale(across), scale(down)) };
}

/** `null` when there are fewer bytes than the size needs. */
function imageOf(size: Uint8Array, data: Uint8Array): BitImage | null {
  const [widthDots, heightDots] = [word(size, 0), word(size, 2)];
  const length = Math.ceil(widthDots / 8) * heightDots;
  if (data.length < length) return null;
  return { widthDots, heightDots, bits: data.slice(0, length) };
}

function scale(times: number | undefined): number {
  return times === 2 ? 2 : 1;
}

/** Two printable characters, or an empty text. */
function keyOf(parameters: Uint8Array): string {
  const key = latin1(parameters.subarray(0, 2));
  return /^[ -~]{2}$/.test(key) ? key : '';
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}
