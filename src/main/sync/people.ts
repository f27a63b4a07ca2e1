import { Compile } from 'typebox/compile';
import type { CentralLinkStore } from '#main/core/ports/central-link.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import type { PeopleStore } from '#main/core/ports/people.ts';
import type { StoreFault } from '#main/core/ports/sale-store.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import { ErasurePage } from '#shared/contract/api/people.ts';
import type { Result } from '#shared/lib/result.ts';
import { answered, CallFailed } from './call.ts';
import type { CentralClient } from './central-client.ts';
import type { SyncPart } from './sync-part.ts';

export interface PeopleSyncPorts {
  readonly people: PeopleStore;
  readonly secretBox: SecretBox;
  readonly links: Pick<CentralLinkStore, 'link'>;
  readonly now: () => number;
  readonly logger: Logger;
}

const everyMs = 15_000;
/** In one run, so that whatever else is due does not wait for long. */
const keysPerRun = 100;
const pagesPerRun = 20;
const isErasurePage = Compile(ErasurePage);

/**
 * Hands the keys of contacts to head office, and destroys those of people who were erased there. PPL-15,
 * PPL-18, PPL-19.
 */
export function createPeopleSync(ports: PeopleSyncPorts): SyncPart {
  const { people, secretBox, links, now, logger } = ports;
  /** Keys that head office does not take; until this program ends they are not offered again. */
  const refused = new Set<string>();
  let hasTold = false;

  function tellOnce(message: string, code: string): void {
    if (!hasTold) logger.warn(message, { code });
    hasTold = true;
  }

  function eraseHere(id: string): void {
    stored(people.erase(id, { by: 'central', at: now(), event: null }));
  }

  /** False when head office takes no keys at all for now. */
  async function handOver(client: CentralClient, id: string, wrappedKey: string) {
    const key = secretBox.open(Buffer.from(wrappedKey, 'base64url'));
    if (key === null) {
      refused.add(id);
      logger.warn('The key of a person cannot be opened on this machine', { personId: id });
      return true;
    }
    try {
      const body = { key: Buffer.from(key).toString('base64url') };
      await answered(client.PUT('/v1/device/people/{id}/key', { params: { path: { id } }, body }));
      stored(people.markKeySent(id, now()));
    } catch (error) {
      if (!(error instanceof CallFailed) || error.kind !== 'wrong') throw error;
      if (error.code === 'person.no_master_key') {
        tellOnce('Head office takes no keys of people yet', error.code);
        return false;
      }
      if (error.code === 'person.erased') eraseHere(id);
      else {
        refused.add(id);
        logger.warn('Head office does not take the key of a person', {
          personId: id,
          code: error.code,
        });
      }
    } finally {
      key.fill(0);
    }
    return true;
  }

  async function handOverAll(client: CentralClient): Promise<void> {
    const waiting = people
      .unsentKeys(keysPerRun + refused.size)
      .filter(({ id }) => !refused.has(id));
    if (waiting.length === 0) return;
    if (!isPrivateLine(links.link()?.url)) {
      tellOnce('Keys of people are handed over by https only', 'central.unavailable');
      return;
    }
    for (const { id, wrappedKey } of waiting.slice(0, keysPerRun)) {
      if (!(await handOver(client, id, wrappedKey))) return;
    }
  }

  async function takeErasures(client: CentralClient): Promise<void> {
    for (let page = 0; page < pagesPerRun; page += 1) {
      const cursor = people.erasuresCursor();
      const query = cursor === null ? {} : { cursor };
      const answer: unknown = await answered(
        client.GET('/v1/device/people/erasures', { params: { query } }),
      );
      if (!isErasurePage.Check(answer)) {
        throw new CallFailed(
          'unreachable',
          'central.answer_wrong',
          'The answer is no list of people',
        );
      }
      const { items, nextCursor } = answer;
      for (const { personId } of items) eraseHere(personId);
      if (nextCursor === undefined) return;
      stored(people.setErasuresCursor(nextCursor));
    }
  }

  return {
    name: 'people',
    everyMs,
    async run(client) {
      await takeErasures(client);
      await handOverAll(client);
      // Tried again by `keepScrubbed`, which tells when it cannot be done.
      people.scrub();
    },
  };
}

/** What cannot be written now is asked for, or handed over, again later: neither minds. */
function stored(result: Result<unknown, StoreFault>): void {
  if (!result.ok) throw new CallFailed('unreachable', result.error.code, result.error.message);
}

/** Whoever listens on the way must not get a key: TLS, or the same machine. */
function isPrivateLine(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
