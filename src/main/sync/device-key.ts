import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

/** This device's Ed25519 key pair; the private half never leaves the device. */
export interface DeviceKey {
  /** 32 bytes as base64url. */
  readonly publicKey: string;
  /** 64 bytes as base64. */
  sign(text: string): string;
  /** PKCS #8 DER, to be sealed and kept. */
  export(): Uint8Array;
}

export function generateDeviceKey(): DeviceKey {
  return deviceKeyOf(generateKeyPairSync('ed25519').privateKey);
}

/** @throws Error when the bytes are no key. */
export function importDeviceKey(pkcs8: Uint8Array): DeviceKey {
  return deviceKeyOf(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
}

function deviceKeyOf(privateKey: KeyObject): DeviceKey {
  const { x: publicKey = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    export: () => privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}
