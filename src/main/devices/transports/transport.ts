/** Bytes out to a device, whatever the cable. */
export interface Transport {
  /** Resolves when the device has taken every byte; rejects when it could not be reached. */
  write(bytes: Uint8Array): Promise<void>;
}
