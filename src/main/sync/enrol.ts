import { Compile } from 'typebox/compile';
import type { EnrolFault } from '#main/core/ports/central-line.ts';
import type { CentralLink } from '#main/core/ports/central-link.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import { Enrolment } from '#shared/contract/api/device.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { answered, CallFailed } from './call.ts';
import { createCentralClient } from './central-client.ts';
import { type DeviceKey, generateDeviceKey, importDeviceKey } from './device-key.ts';

const isEnrolment = Compile(Enrolment);

export interface EnrolPorts {
  readonly secretBox: SecretBox;
  readonly now: () => number;
  readonly deviceCode: string;
  readonly appVersion: string;
  /**
   * A key that was tried and not let in yet: its answer may have been lost, and only the same key may use
   * the code again. Kept by the caller until this program ends.
   */
  readonly spare: { key: DeviceKey | null };
}

/**
 * Enrols this device with a one-time code; what it answers is for the caller to keep. The key that the device
 * has goes on to count, unless head office revoked it. ENR-1 to ENR-6, SYN-31.
 */
export async function enrol(
  ports: EnrolPorts,
  known: CentralLink | null,
  wanted: { readonly url: string; readonly code: string },
): Promise<Result<CentralLink, EnrolFault>> {
  const kept = known === null ? null : openKey(ports.secretBox, known.sealedKey);
  if (known !== null && kept !== null) {
    const { sealedKey, clockOffsetMs } = known;
    const enrolled = await enrolWith(ports, { key: kept, sealedKey, clockOffsetMs }, wanted);
    if (enrolled.ok || enrolled.error.code !== 'device.revoked') return enrolled;
  }
  const key = ports.spare.key ?? generateDeviceKey();
  ports.spare.key = key;
  const sealedKey = ports.secretBox.seal(key.export());
  const enrolled = await enrolWith(ports, { key, sealedKey, clockOffsetMs: 0 }, wanted);
  if (enrolled.ok || enrolled.error.code === 'device.revoked') ports.spare.key = null;
  return enrolled;
}

/** @throws CallFailed when somebody else answered, e.g. the page of a hotel's network. */
export function parseEnrolment(answer: unknown): Enrolment {
  if (isEnrolment.Check(answer)) return answer;
  throw new CallFailed('unreachable', 'central.answer_wrong', 'What answered is not head office');
}

/** The device's key; `null` when it was not sealed on this machine. */
export function openKey(secretBox: SecretBox, sealed: Uint8Array): DeviceKey | null {
  const plain = secretBox.open(sealed);
  return plain === null ? null : importDeviceKey(plain);
}

async function enrolWith(
  ports: EnrolPorts,
  own: { readonly key: DeviceKey; readonly sealedKey: Uint8Array; readonly clockOffsetMs: number },
  { url, code }: { readonly url: string; readonly code: string },
): Promise<Result<CentralLink, EnrolFault>> {
  const { key, sealedKey } = own;
  let { clockOffsetMs } = own;
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
    const answer: unknown = await answered(
      client.POST('/v1/enrolments', {
        body: { code, publicKey: key.publicKey, deviceCode, appVersion },
      }),
    );
    const { deviceId, name, store, serverTimeMs } = parseEnrolment(answer);
    const now = ports.now();
    return ok({
      url,
      sealedKey,
      device: { id: deviceId, name, store, enrolledAt: now },
      clockOffsetMs: serverTimeMs - now,
      lastContactAt: now,
    });
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
