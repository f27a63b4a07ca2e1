/** Seals small secrets so that they can lie on this device's disk. */
export interface SecretBox {
  /** `os`: with a key that the operating system keeps; `none`: with a key that lies beside the data. */
  readonly protection: 'os' | 'none';
  seal(plain: Uint8Array): Uint8Array;
  /** `null` when this was not sealed here, or was changed. */
  open(sealed: Uint8Array): Uint8Array | null;
}
