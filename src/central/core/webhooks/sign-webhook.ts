import { createHmac, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** A new signing secret. */
export function newSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** A secret as receivers get it (Standard Webhooks 1.0.0). */
export function secretText(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/**
 * The headers by which a receiver knows who sent a body and when (Standard Webhooks 1.0.0): a signature
 * with each secret, so that the receiver may know either while they change. EVO-40
 * @param at of this attempt.
 */
export function signatureHeaders(
  message: { readonly id: string; readonly body: string; readonly at: Date },
  secrets: readonly Buffer[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const { id, body, at } = message;
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64'),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
  };
}
