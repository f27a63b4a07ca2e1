import type { UnixMs } from '#shared/lib/time.ts';

/** Who this device is at head office, as it is kept on disk. */
export interface CentralLink {
  readonly url: string;
  /** PKCS #8 of the device's key, sealed by the secret box. */
  readonly sealedKey: Uint8Array;
  /** `null` until head office has let the device in. */
  readonly device: {
    readonly id: string;
    readonly name: string;
    readonly store: string;
    readonly enrolledAt: UnixMs;
  } | null;
  /** Head office's clock minus ours, in ms. */
  readonly clockOffsetMs: number;
  readonly lastContactAt: UnixMs | null;
}

/** Keeps the link to head office. */
export interface CentralLinkStore {
  /** `null` when the device never tried to enrol. */
  link(): CentralLink | null;
  /** Replaces the link; with a device, the device stands in its store from then on. */
  save(link: CentralLink): void;
  noteContact(at: UnixMs, clockOffsetMs: number): void;
}
