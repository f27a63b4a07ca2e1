import type { CentralLinkStore } from '../core/ports/central-link.ts';
import type { SecretBox } from '../core/ports/secret-box.ts';
import type { SigningKey, SigningKeyStore } from '../core/ports/signing-key.ts';
import { type DeviceKey, generateDeviceKey } from '../sync/device-key.ts';
import { openKey } from '../sync/enrol.ts';

/** The key that head office knows this device by, else one of the store file, made when it is first needed. HOF-4 */
export function signingKey(ports: {
  readonly links: Pick<CentralLinkStore, 'link'>;
  readonly keys: SigningKeyStore;
  readonly secretBox: SecretBox;
}): () => SigningKey {
  const { links, keys, secretBox } = ports;
  let own: DeviceKey | null = null;

  function ownKey(): DeviceKey {
    const sealed = keys.sealedKey();
    const kept = sealed === null ? null : openKey(secretBox, sealed);
    if (kept !== null) return kept;
    const made = generateDeviceKey();
    keys.save(secretBox.seal(made.export()));
    return made;
  }

  return () => {
    const link = links.link();
    const enrolled =
      link === null || link.device === null ? null : openKey(secretBox, link.sealedKey);
    if (enrolled !== null) return enrolled;
    own ??= ownKey();
    return own;
  };
}
