import type { CentralLine } from '#main/core/ports/central-line.ts';
import type { CentralLinkStore } from '#main/core/ports/central-link.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import type { Outbox } from '#main/core/ports/outbox.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import type { SyncStatus } from '#shared/contract/ipc/sync.ts';
import { ok } from '#shared/lib/result.ts';
import { backOffMs } from './back-off.ts';
import { answered, CallFailed } from './call.ts';
import type { CentralClient } from './central-client.ts';
import { enrol } from './enrol.ts';
import { pushBatch } from './push.ts';
import { rest } from './rest.ts';
import { openSession, type Session } from './session.ts';

/** Something that is fetched or exchanged from time to time, besides the push of the outbox. */
export interface SyncPart {
  readonly name: string;
  readonly everyMs: number;
  /**
   * What takes long waits for `between` now and then, so that what is sold is told meanwhile.
   * @throws CallFailed when head office cannot be reached or refuses.
   */
  run(client: CentralClient, between: () => Promise<void>): Promise<void>;
  /** Somebody waits for it: it is due before its time. */
  isUrgent?(): boolean;
  /** Ends what is under way. */
  stop?(): void;
}

export interface CentralLinePorts {
  readonly links: CentralLinkStore;
  readonly outbox: Outbox;
  readonly secretBox: SecretBox;
  readonly now: () => number;
  /** From 0 to 1, for the back-off. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly deviceCode: () => string;
  readonly appVersion: string;
  readonly catalogVersion: () => number;
  readonly parts: readonly SyncPart[];
}

/** A line that is run by its owner. */
export interface RunningLine extends CentralLine {
  start(): void;
  stop(): Promise<void>;
}

/** Other programs sell into the same store: how soon what they sold is noticed. */
const lookMs = 500;
/** Trying again is never quicker, whatever calls for it. */
const leastPauseMs = 250;
/** Writing down that all is well is not worth a disk write more often. */
const noteContactMs = 30_000;
const noticeableDriftMs = 1_000;

const helloName = 'hello';
const helloMs = 60_000;

/** Asks who we are: tells whether head office is there and lets us in when nothing else has to be said. */
function hello({ learnServerTime }: Session): SyncPart {
  return {
    name: helloName,
    everyMs: helloMs,
    async run(client) {
      const { serverTimeMs } = await answered(client.GET('/v1/device'));
      learnServerTime(serverTimeMs);
    },
  };
}

/** The line to head office. SYN-1 to SYN-20. */
export function createCentralLine(ports: CentralLinePorts): RunningLine {
  const { links, outbox, now, logger } = ports;
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  let link = links.link();
  let session = openSession(link, ports);
  let state = firstState();
  let problem: SyncStatus['problem'] = null;
  let failures = 0;
  let notedAt = 0;
  const dueAt = new Map<string, number>();
  let waker = new AbortController();
  let running: Promise<void> | null = null;
  let round: Promise<void> | null = null;

  function firstState(): SyncStatus['state'] {
    if (link === null || link.device === null) return 'notEnrolled';
    if (session !== null) return 'connecting';
    logger.error('The key of this device cannot be opened on this machine; enrol it again');
    return 'refused';
  }

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  function contacted(of: Session): void {
    failures = 0;
    problem = null;
    const isNews = state !== 'online';
    state = 'online';
    if (link === null) return;
    const at = now();
    const clockOffsetMs = of.clockOffsetMs();
    const drifted = Math.abs(link.clockOffsetMs - clockOffsetMs) > noticeableDriftMs;
    const isWorthWriting = isNews || drifted || Math.abs(at - notedAt) > noteContactMs;
    link = { ...link, lastContactAt: at, clockOffsetMs };
    if (isNews) logger.info('Head office answers', { url: link.url });
    if (!isWorthWriting) return;
    notedAt = at;
    links.noteContact(at, clockOffsetMs);
  }

  function failed(error: unknown): void {
    failures += 1;
    const failure =
      error instanceof CallFailed
        ? error
        : new CallFailed('unreachable', 'internal.failure', String(error));
    const { code, message } = failure;
    const before = state;
    state = failure.kind === 'refused' ? 'refused' : 'offline';
    problem = { code, message };
    if (error !== failure) logger.error('The line to head office failed', { code, message });
    else if (before !== state) logger.warn('Head office does not answer', { code, message });
  }

  async function pushAll(of: Session): Promise<void> {
    const { learnServerTime, client } = of;
    while (!stopping.signal.aborted) {
      const told = await pushBatch(client, { outbox, now, learnServerTime });
      if (told === 0) return;
      contacted(of);
      tell();
    }
  }

  /** Sends what waits and runs what is due. */
  async function work(of: Session): Promise<void> {
    const between = () => pushAll(of);
    try {
      await pushAll(of);
      for (const part of [hello(of), ...ports.parts]) {
        if (stopping.signal.aborted || !isPartDue(part)) continue;
        await part.run(of.client, between);
        dueAt.set(part.name, now() + part.everyMs);
        contacted(of);
      }
    } catch (error) {
      failed(error);
    }
    tell();
  }

  /** One round at a time: whoever asks during one gets the end of it. */
  function doRound(of: Session): Promise<void> {
    round ??= work(of).finally(() => {
      round = null;
    });
    return round;
  }

  function isDue(): boolean {
    const { waiting, retrying } = outbox.counts();
    return (
      failures > 0 ||
      waiting + retrying > 0 ||
      isTime(helloName) ||
      ports.parts.some(isPartDue)
    );
  }

  function isTime(name: string): boolean {
    return now() >= (dueAt.get(name) ?? 0);
  }

  function isPartDue(part: SyncPart): boolean {
    return isTime(part.name) || part.isUrgent?.() === true;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      waker = new AbortController();
      if (session !== null && isDue()) await doRound(session);
      const isOff = failures > 0;
      const pauseMs = isOff ? backOffMs(failures, ports.random()) : lookMs;
      await rest(leastPauseMs, stopping.signal, { orNetwork: false });
      const signal = AbortSignal.any([waker.signal, stopping.signal]);
      await rest(pauseMs - leastPauseMs, signal, { orNetwork: isOff });
    }
  }

  return {
    status: () => {
      const { waiting, setAside } = outbox.counts();
      const device = link?.device ?? null;
      return {
        state,
        central:
          link === null || device === null
            ? null
            : { url: link.url, deviceId: device.id, name: device.name, store: device.store },
        keyProtection: ports.secretBox.protection,
        lastContactAt: link?.lastContactAt ?? null,
        problem,
        waiting,
        setAside,
        clockSkewMs: link === null || link.lastContactAt === null ? null : -link.clockOffsetMs,
        catalogVersion: ports.catalogVersion(),
      };
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async enrol(url, code) {
      const { secretBox, appVersion } = ports;
      const device = {
        secretBox,
        now,
        deviceCode: ports.deviceCode(),
        appVersion,
        save: links.save,
      };
      const enrolled = await enrol(device, link, { url, code });
      if (!enrolled.ok) return enrolled;
      link = enrolled.value;
      session = openSession(link, ports);
      state = 'connecting';
      problem = null;
      failures = 0;
      dueAt.clear();
      waker.abort();
      tell();
      return ok(null);
    },

    async now() {
      await round;
      dueAt.clear();
      if (session !== null) await doRound(session);
    },

    wake: () => waker.abort(),

    start() {
      running ??= run();
    },

    async stop() {
      stopping.abort();
      for (const part of ports.parts) part.stop?.();
      await running;
      await round;
    },
  };
}
