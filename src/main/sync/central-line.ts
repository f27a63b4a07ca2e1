import type { CentralLine } from '#main/core/ports/central-line.ts';
import type { CentralLinkStore } from '#main/core/ports/central-link.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import type { Outbox } from '#main/core/ports/outbox.ts';
import type { SecretBox } from '#main/core/ports/secret-box.ts';
import type { SyncStatus } from '#shared/contract/ipc/sync.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { backOffMs } from './back-off.ts';
import { CallFailed, isOfTheLine } from './call.ts';
import { type EnrolPorts, enrol } from './enrol.ts';
import { findDesign } from './find-design.ts';
import { hello, helloName } from './hello.ts';
import { pushBatch } from './push.ts';
import { placeFault, resendLost } from './put-back.ts';
import { rest } from './rest.ts';
import { openSession, type Session } from './session.ts';
import type { SyncPart } from './sync-part.ts';

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
const leastPauseMs = 100;
/** Writing down that all is well is not worth a disk write more often. */
const noteContactMs = 30_000;
const noticeableDriftMs = 1_000;
/** Whoever asks for more is not waited for. */
const longestAskedMs = 60_000;

/** The line to head office. SYN-1 to SYN-20. */
export function createCentralLine(ports: CentralLinePorts): RunningLine {
  const { links, outbox, now, logger } = ports;
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  let link = links.link();
  let session = openSession(link, ports, stopping.signal);
  let state = firstState();
  let problem: SyncStatus['problem'] = null;
  let elsewhere: SyncStatus['problem'] = null;
  let failures = 0;
  let askedToWaitMs = 0;
  const spare: EnrolPorts['spare'] = { key: null };
  let notedAt = 0;
  /** When each part was run last, and how often it is to be. */
  const runs = new Map<string, { readonly at: number; readonly everyMs: number }>();
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
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // Nobody waits for this answer: a disk that fails now must not end the kiosk.
        logger.error('A change of the line could not be told', { error: String(error) });
      }
    }
  }

  function contacted(of: Session): void {
    failures = 0;
    askedToWaitMs = 0;
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

  const learnStored = (storedThroughSeq: number | undefined) =>
    resendLost({ outbox, logger }, storedThroughSeq);

  function learnPlace(store: string): void {
    const own = link?.device?.store;
    elsewhere = own === undefined ? null : placeFault(own, store);
    if (elsewhere !== null) logger.error(elsewhere.message);
  }

  function failed(error: unknown): void {
    failures += 1;
    const failure =
      error instanceof CallFailed
        ? error
        : new CallFailed('unreachable', 'internal.failure', String(error));
    const { code, message } = failure;
    askedToWaitMs = Math.min(failure.retryAfterMs ?? 0, longestAskedMs);
    const before = state;
    state = failure.kind === 'refused' ? 'refused' : 'offline';
    problem = { code, message };
    if (error !== failure) logger.error('The line to head office failed', { code, message });
    else if (before !== state) logger.warn('Head office does not answer', { code, message });
  }

  async function pushAll(of: Session): Promise<void> {
    const { learnServerTime, client } = of;
    while (!stopping.signal.aborted) {
      const told = await pushBatch(client, { outbox, now, learnServerTime, learnStored });
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
      const greeting = hello(of, (told) => {
        learnPlace(told.store);
        learnStored(told.storedThroughSeq);
      });
      for (const part of [greeting, ...ports.parts]) {
        if (stopping.signal.aborted || !isPartDue(part)) continue;
        await runPart(part, of, between);
      }
    } catch (error) {
      failed(error);
    }
    tell();
  }

  /** What goes wrong with one part alone keeps neither the sales nor the other parts. */
  async function runPart(part: SyncPart, of: Session, between: () => Promise<void>): Promise<void> {
    try {
      await part.run(of.client, between);
    } catch (error) {
      if (error instanceof CallFailed && isOfTheLine(error)) throw error;
      logger.error('A part of the line failed', { part: part.name, error: String(error) });
    }
    runs.set(part.name, { at: now(), everyMs: part.everyMs });
    contacted(of);
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
      failures > 0 || waiting + retrying > 0 || isTime(helloName) || ports.parts.some(isPartDue)
    );
  }

  function problemOfParts(): SyncStatus['problem'] {
    for (const part of ports.parts) {
      const found = part.problem?.() ?? null;
      if (found !== null) return { code: found.code, message: found.message };
    }
    return null;
  }

  /** A clock that was set back would else make everything wait for as long. */
  function isTime(name: string): boolean {
    const last = runs.get(name);
    if (last === undefined) return true;
    const sinceMs = now() - last.at;
    return sinceMs >= last.everyMs || sinceMs < 0;
  }

  function isPartDue(part: SyncPart): boolean {
    return isTime(part.name) || part.isUrgent?.() === true;
  }

  async function enrolNow(url: string, code: string): ReturnType<CentralLine['enrol']> {
    const { secretBox, appVersion } = ports;
    const device = { secretBox, now, deviceCode: ports.deviceCode(), appVersion, spare };
    const enrolled = await enrol(device, link, { url, code });
    if (!enrolled.ok) return enrolled;
    links.save(enrolled.value);
    link = enrolled.value;
    session = openSession(link, ports, stopping.signal);
    state = 'connecting';
    problem = null;
    elsewhere = null;
    failures = 0;
    runs.clear();
    return ok(null);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      waker = new AbortController();
      try {
        if (session !== null && isDue()) await doRound(session);
      } catch (error) {
        // The store could not be read just now.
        failed(error);
      }
      const isOff = failures > 0;
      const pauseMs = isOff ? Math.max(askedToWaitMs, backOffMs(failures, ports.random())) : lookMs;
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
        problem: problem ?? elsewhere ?? problemOfParts(),
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

    async enrol(url, code, move = false) {
      if (link?.device != null && !move && new URL(url).origin !== new URL(link.url).origin) {
        const message = `This device belongs to the head office at ${link.url}`;
        return err(fault('device.enrolled_elsewhere', message, { url: link.url }));
      }
      // What is under way is the old identity's business, and ends before there is a new one.
      while (round !== null) await round;
      let enrolled: Awaited<ReturnType<CentralLine['enrol']>> = ok(null);
      round = enrolNow(url, code)
        .then((result) => {
          enrolled = result;
        })
        .finally(() => {
          round = null;
        });
      await round;
      waker.abort();
      tell();
      return enrolled;
    },

    async now() {
      await round;
      runs.clear();
      if (session !== null) await doRound(session);
    },

    findDesign: (code) => findDesign(session, code),

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
