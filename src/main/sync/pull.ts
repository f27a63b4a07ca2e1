import type { Logger } from '#main/core/ports/logger.ts';
import type { ReleaseApplier, ReleaseFault, ReleaseRun } from '#main/core/ports/release-applier.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { backOffMs } from './back-off.ts';
import { answeredUnlessSame, CallFailed } from './call.ts';
import type { CentralClient } from './central-client.ts';
import type { SyncPart } from './sync-part.ts';

export interface CatalogPullPorts {
  /** Content hash of the catalog that is published here; `null` when there is none. */
  readonly catalogHash: () => string | null;
  readonly applier: ReleaseApplier;
  readonly logger: Logger;
  /** From 0 to 1, for the pauses between tries. */
  readonly random: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** Follows the catalog that head office has for this device's store. */
export interface CatalogPull extends SyncPart {
  /**
   * A large release takes minutes: `between` is waited for after each page, so that sales are told meanwhile.
   */
  run(client: CentralClient, between?: () => Promise<void>): Promise<void>;
  /** Why the release that head office has cannot be had; `null` when it can. */
  problem(): Fault | null;
  /** Abandons what is under way, and begins nothing any more. */
  stop(): void;
}

const everyMs = 15_000;
/** After a release that could not be applied: fetching all of it again and again would help nobody. */
const afterFaultMs = 300_000;
const triesPerPage = 5;
/** Node asks for gzip only when the line is not encrypted. */
const headers = { 'accept-encoding': 'br, gzip' };

/** Head office, and what is done between two pages. */
interface Line {
  readonly client: CentralClient;
  readonly between: () => Promise<void>;
}

type Damage = Fault<'catalog.release_damaged'>;
/** A page's text, or `null` when there is nothing new. */
type Page = string | null;

/** CCT-30 to CCT-37. */
export function createCatalogPull(ports: CatalogPullPorts): CatalogPull {
  const { logger, applier } = ports;
  let problem: Fault | null = null;
  let isStopped = false;

  /** Asks for a page, again when it does not arrive. CCT-34 */
  async function fetchPage(
    client: CentralClient,
    query: { readonly from: string; readonly cursor?: string },
  ): Promise<Page> {
    // With a snapshot everything is wanted, whatever there is.
    const known = query.cursor === undefined && query.from !== 'none' ? query.from : null;
    // Without the first one nothing is begun yet: the line itself tries again.
    const tries = query.cursor === undefined ? 1 : triesPerPage;
    for (let failures = 1; ; failures += 1) {
      try {
        return await answeredUnlessSame<string>(
          client.GET('/v1/device/catalog/changes', {
            params: { query },
            headers: { ...headers, ...(known === null ? {} : { 'if-none-match': `"${known}"` }) },
            // It is read in the worker: parsing a large page here would hold up a sale.
            parseAs: 'text',
          }),
        );
      } catch (error) {
        const mayCome = error instanceof CallFailed && error.kind === 'unreachable';
        if (!mayCome || failures >= tries || isStopped) throw error;
        await ports.pause(backOffMs(failures, ports.random()));
      }
    }
  }

  /** Fetches and applies the way from `from`; false when there was nothing new. */
  async function follow(line: Line, from: string): Promise<Result<boolean, ReleaseFault>> {
    const first = await fetchPage(line.client, { from });
    if (first === null || isStopped) return ok(false);
    const run = applier.begin();
    try {
      return await apply(line, run, first, from);
    } finally {
      await run.abandon();
    }
  }

  async function apply(
    { client, between }: Line,
    run: ReleaseRun,
    first: string,
    from: string,
  ): Promise<Result<boolean, ReleaseFault>> {
    let page: Page = first;
    for (;;) {
      const taken: Awaited<ReturnType<ReleaseRun['take']>> = await run.take(page);
      if (!taken.ok) return taken;
      const { nextCursor: cursor, mode, total } = taken.value;
      if (cursor === null) {
        const published = await run.publish();
        if (!published.ok) return published;
        const { version } = published.value;
        logger.info('Head office’s catalog is published here', { version, mode, changes: total });
        return ok(true);
      }
      await between();
      page = await fetchPage(client, { from, cursor });
      if (isStopped) return ok(false);
      if (page === null) return err(damage('A page of the way says that there is nothing new'));
    }
  }

  /** As `follow`; a way that ended on the way is damage as well. */
  async function attempt(line: Line, from: string): Promise<Result<boolean, ReleaseFault>> {
    try {
      return await follow(line, from);
    } catch (error) {
      if (error instanceof CallFailed && error.code === 'catalog.cursor_stale') {
        return err(damage(error.message));
      }
      throw error;
    }
  }

  async function pull(line: Line): Promise<Fault | null> {
    const from = ports.catalogHash() ?? 'none';
    const way = await attempt(line, from);
    if (way.ok) return null;
    const { code, message } = way.error;
    logger.warn('A catalog release could not be applied', { from, code, reason: message });
    // A store that does not take it now will not take all of it either.
    if (code !== 'catalog.release_damaged') return way.error;
    // Once more from nothing: whatever is wrong here or there, the whole is checked against its hash. CCT-33
    const whole = await attempt(line, 'none');
    if (whole.ok) return null;
    logger.error('A catalog release could not be applied as a whole either', {
      code: whole.error.code,
      reason: whole.error.message,
    });
    return whole.error;
  }

  return {
    name: 'catalog',
    get everyMs() {
      return problem === null ? everyMs : afterFaultMs;
    },
    problem: () => problem,
    stop: () => {
      isStopped = true;
    },
    async run(client, between = async () => undefined) {
      if (isStopped) return;
      try {
        problem = await pull({ client, between });
      } catch (error) {
        if (!(error instanceof CallFailed) || error.code !== 'catalog.not_published') throw error;
        // Nothing to have yet; the line itself is fine.
        problem = null;
      }
    },
  };
}

function damage(message: string): Damage {
  return fault('catalog.release_damaged', message);
}
