import { networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** How often the machine's network is looked at. */
const networkLookMs = 2_000;

/** Resolves after `ms`, or as soon as `signal` says so; with `orNetwork` also when the network changes. */
export async function rest(
  ms: number,
  signal: AbortSignal,
  { orNetwork }: { readonly orNetwork: boolean },
): Promise<void> {
  const before = orNetwork ? networkNow() : '';
  let left = ms;
  while (left > 0 && !signal.aborted) {
    const slice = orNetwork ? Math.min(left, networkLookMs) : left;
    await pause(slice, undefined, { signal }).catch(() => undefined);
    if (orNetwork && networkNow() !== before) return;
    left -= slice;
  }
}

/** Another text when a cable is plugged in or a radio finds its network. */
function networkNow(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.map(({ address }) => address).join(' ');
}
