import type { CentralLink } from '#main/core/ports/central-link.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import { type CentralClient, createCentralClient } from './central-client.ts';
import { openKey } from './enrol.ts';

/** An enrolled device at work: its signing client and what it knows of head office's clock. */
export interface Session {
  readonly client: CentralClient;
  /** Head office's clock minus ours, in ms. */
  clockOffsetMs(): number;
  learnServerTime(serverTimeMs: number): void;
}

/** `null` when the device is not enrolled, or its key was not sealed on this machine. */
export function openSession(
  link: CentralLink | null,
  { secretBox, now }: { readonly secretBox: SecretBox; readonly now: () => number },
  signal: AbortSignal,
): Session | null {
  if (link === null || link.device === null) return null;
  const key = openKey(secretBox, link.sealedKey);
  if (key === null) return null;
  let offsetMs = link.clockOffsetMs;
  const learnServerTime = (serverTimeMs: number): void => {
    offsetMs = serverTimeMs - now();
  };
  return {
    client: createCentralClient(
      link.url,
      { key, keyId: link.device.id, serverNow: () => now() + offsetMs, learnServerTime },
      { signal },
    ),
    clockOffsetMs: () => offsetMs,
    learnServerTime,
  };
}
