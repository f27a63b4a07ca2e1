/** The Ed25519 key that this device signs hand-offs with. */
export interface SigningKey {
  /** 32 bytes as base64url. */
  readonly publicKey: string;
  /** 64 bytes as base64. */
  sign(text: string): string;
}

/** Keeps a key of this device's own, as the secret box sealed it; `null` before it was first needed. */
export interface SigningKeyStore {
  sealedKey(): Uint8Array | null;
  save(sealedKey: Uint8Array): void;
}
