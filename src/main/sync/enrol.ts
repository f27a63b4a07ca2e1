import type { EnrolFault } from '#main/core/ports/central-line.ts';
import type { CentralLink } from '#main/core/ports/central-link.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { answered, CallFailed } from './call.ts';
import { createCentralClient } from './central-client.ts';
import { type DeviceKey, generateDeviceKey, importDeviceKey } from './device-key.ts';

export interface EnrolPorts {
  readonly secretBox: SecretBox;
  readonly now: () => number;
  readonly deviceCode: string;
  readonly appVersion: string;
  /** Keeps a link; called before the request too, so that a lost answer finds the same key again. */
  readonly save: (link: CentralLink) => void;
}

/**
 * Enrols this device with a one-time code. The key that it has goes on to count, unless head office
 * revoked it. ENR-1 to ENR-6.
 */
export async function enrol(
  ports: EnrolPorts,
  known: CentralLink | null,
  { url, code }: { readonly url: string; readonly code: string },
): Promise<Result<CentralLink, EnrolFault>> {
  const kept = known === null ? null : openKey(ports.secretBox, known.sealedKey);
  if (kept !== null) {
    const enrolled = await enrolWith(ports, kept, known, { url, code });
    if (enrolled.ok || enrolled.error.code !== 'device.revoked') return enrolled;
  }
  return enrolWith(ports, generateDeviceKey(), null, { url, code });
}

/** The device's key; `null` when it was not sealed on this machine. */
export function openKey(secretBox: SecretBox, sealed: Uint8Array): DeviceKey | null {
  const plain = secretBox.open(sealed);
  return plain === null ? null : importDeviceKey(plain);
}

async function enrolWith(
  ports: EnrolPorts,
  key: DeviceKey,
  known: CentralLink | null,
  { url, code }: { readonly url: string; readonly code: string },
): Promise<Result<CentralLink, EnrolFault>> {
  let clockOffsetMs = known?.clockOffsetMs ?? 0;
  const sealedKey = known?.sealedKey ?? ports.secretBox.seal(key.export());
  if (known === null) {
    ports.save({ url, sealedKey, device: null, clockOffsetMs, lastContactAt: null });
  }
  const client = createCentralClient(url, {
    key,
    keyId: key.publicKey,
    serverNow: () => ports.now() + clockOffsetMs,
    learnServerTime: (serverTimeMs) => {
      clockOffsetMs = serverTimeMs - ports.now();
    },
  });
  const { deviceCode, appVersion } = ports;
  try {
    const { deviceId, name, store, serverTimeMs } = await answered(
      client.POST('/v1/enrolments', {
        body: { code, publicKey: key.publicKey, deviceCode, appVersion },
      }),
    );
    const now = ports.now();
    const link: CentralLink = {
      url,
      sealedKey,
      device: { id: deviceId, name, store, enrolledAt: now },
      clockOffsetMs: serverTimeMs - now,
      lastContactAt: now,
    };
    ports.save(link);
    return ok(link);
  } catch (error) {
    if (error instanceof CallFailed) return err(faultOf(error));
    throw error;
  }
}

function faultOf({ code, kind, message }: CallFailed): EnrolFault {
  switch (code) {
    case 'enrolment.code_invalid':
    case 'device.revoked':
    case 'request.too_many':
      return fault(code, message);
    default:
      return kind === 'unreachable'
        ? fault('central.unavailable', `Head office cannot be reached: ${message}`)
        : fault('central.refused', message);
  }
}
