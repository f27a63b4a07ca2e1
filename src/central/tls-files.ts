import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';

/** A certificate chain and its key, as PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * The two as they are, when a server can work with them.
 * @throws Error that names the setting whose file is wrong.
 */
export function checkedTls({ cert, key }: TlsFiles): TlsFiles {
  try {
    createSecureContext({ cert });
  } catch (error) {
    throw new Error(`CENTRAL_TLS_CERT_FILE holds no certificate chain in PEM: ${reasonOf(error)}`);
  }
  if (!new X509Certificate(cert).checkPrivateKey(privateKeyOf(key))) {
    throw new Error('CENTRAL_TLS_KEY_FILE holds the key of another certificate');
  }
  return { cert, key };
}

function privateKeyOf(key: Buffer): KeyObject {
  try {
    return createPrivateKey(key);
  } catch (error) {
    throw new Error(`CENTRAL_TLS_KEY_FILE holds no private key in PEM: ${reasonOf(error)}`);
  }
}

/** OpenSSL's words; it quotes nothing of a file. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
}
