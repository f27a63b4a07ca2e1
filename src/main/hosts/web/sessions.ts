import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Browsers that may be signed in at once; the oldest gives way. */
const maxSessions = 8;

export interface Sessions {
  /** A new one-time token; the one before it is void. */
  issueToken(): string;
  /** Spends the token: a new session id, or `null` when the token is wrong or was used. */
  exchange(token: string): string | null;
  isOpen(session: string): boolean;
}

export function createSessions(): Sessions {
  let tokenHash: Buffer | null = null;
  const open: Buffer[] = [];

  return {
    issueToken() {
      const token = randomBytes(32).toString('base64url');
      tokenHash = hash(token);
      return token;
    },
    exchange(token) {
      if (tokenHash === null || !timingSafeEqual(tokenHash, hash(token))) return null;
      tokenHash = null;
      const session = randomBytes(32).toString('base64url');
      open.push(hash(session));
      if (open.length > maxSessions) open.shift();
      return session;
    },
    isOpen(session) {
      const candidate = hash(session);
      return open.some((known) => timingSafeEqual(known, candidate));
    },
  };
}

/** Hashes have one length, so that comparing them takes the same time for every guess. */
function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
