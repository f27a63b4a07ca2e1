import { Compile } from 'typebox/compile';
import type { AllotmentLedger, HeldAllotment } from '#main/core/ports/stock.ts';
import {
  AllotmentAnswers,
  type AllotmentAskItem,
  allotmentsPerExchange,
} from '#shared/contract/api/stock.ts';
import { targetLevel } from '#shared/domain/stock/target.ts';
import type { Result } from '#shared/lib/result.ts';
import { answered, CallFailed } from './call.ts';
import type { CentralClient } from './central-client.ts';
import type { SyncPart } from './sync-part.ts';

export interface AllotmentSyncPorts {
  readonly ledger: AllotmentLedger;
  readonly now: () => number;
  readonly catalogVersion: () => number;
}

export interface AllotmentSync extends SyncPart {
  /** Somebody waits for it: a shopper, or head office for what was given back. */
  isUrgent(): boolean;
}

/** So often it is heard what others in the store need. */
const everyMs = 15_000;
/** In one run, so that whatever else is due does not wait for long; the rest comes in the next. */
const exchangesPerRun = 60;
const isAnswer = Compile(AllotmentAnswers);

/** How far the counts of the catalog were asked about. */
interface Place {
  readonly version: number;
  readonly store: string | null;
  /** Where the next part of them begins. */
  readonly from: string;
  /** When all of them had been asked about; `null`: not yet. */
  readonly doneAt: number | null;
}

/** What head office did not count may be counted by now. */
const askAgainMs = 30 * 60_000;

/**
 * Exchanges totals with head office: asks for what this device may need, takes over what it is granted,
 * gives back what others need more. STK-20 to STK-24
 */
export function createAllotmentSync(ports: AllotmentSyncPorts): AllotmentSync {
  const { ledger, now } = ports;
  /** Of head office's feed, as it said last. */
  let epoch: number | null = null;
  let place: Place = { version: 0, store: null, from: '', doneAt: null };

  /** From the beginning when another catalog or store has come, or it was long ago. */
  function placeAt(at: number): Place {
    const version = ports.catalogVersion();
    const store = ledger.store();
    const isOld = place.doneAt !== null && Math.abs(at - place.doneAt) > askAgainMs;
    if (place.version === version && place.store === store && !isOld) return place;
    return { version, store, from: '', doneAt: null };
  }

  /** What is due, then what the catalog counts and was never asked about; and the place after that. */
  function gather(): { readonly asked: readonly HeldAllotment[]; readonly next: Place } {
    const at = now();
    const due = ledger.due(at, allotmentsPerExchange);
    const here = placeAt(at);
    const room = allotmentsPerExchange - due.length;
    if (here.doneAt !== null || room === 0) return { asked: due, next: here };
    const { items, next } = ledger.missing(here.from, at, room);
    const after = next === null ? { from: '', doneAt: at } : { from: next, doneAt: null };
    return { asked: [...due, ...items], next: { ...here, ...after } };
  }

  async function speak(client: CentralClient, asked: readonly HeldAllotment[]): Promise<void> {
    const here = ledger.store();
    const answer = await exchange(
      client,
      asked.map((held) => askOf(held, here)),
    );
    stored(ledger.apply(answer.allotments, now()));
    // Not limited, or of a store that head office does not know this device in.
    stored(ledger.forget(unanswered(asked, answer)));
    // It was put back from a backup, and knows again of this device what it is told. STK-27
    if (epoch !== null && epoch !== answer.epoch) stored(ledger.tellAll());
    epoch = answer.epoch;
  }

  return {
    name: 'allotments',
    everyMs,
    isUrgent: () => ledger.due(now(), 1).some(({ dueAt }) => dueAt === 0),

    async run(client, between) {
      for (let exchanges = 0; exchanges < exchangesPerRun; exchanges += 1) {
        const { asked, next } = gather();
        const isNothing = asked.length === 0;
        if (isNothing && next.doneAt !== null && exchanges > 0) return;
        // The first message is sent in any case: it hears what others need.
        if (!isNothing || exchanges === 0) await speak(client, asked);
        place = next;
        await between();
      }
    },
  };
}

/** STK-24: what lies in a store that the device has left is given up. */
function askOf(held: HeldAllotment, here: string | null): AllotmentAskItem {
  const { store, sku, granted, sold, returned, wanted, recent } = held;
  const isHere = store === here;
  return {
    store,
    sku,
    granted,
    sold,
    returned,
    target: isHere ? targetLevel(recent) : 0,
    wanted: isHere ? wanted : 0,
  };
}

async function exchange(
  client: CentralClient,
  items: readonly AllotmentAskItem[],
): Promise<AllotmentAnswers> {
  const answer: unknown = await answered(
    client.POST('/v1/device/allotments', { body: { items: [...items] } }),
  );
  if (isAnswer.Check(answer)) return answer;
  throw new CallFailed('unreachable', 'central.answer_wrong', 'The answer is not about allotments');
}

function unanswered(
  asked: readonly HeldAllotment[],
  { allotments }: AllotmentAnswers,
): readonly HeldAllotment[] {
  const answeredKeys = new Set(allotments.map(({ store, sku }) => `${sku}|${store}`));
  return asked.filter(({ store, sku }) => !answeredKeys.has(`${sku}|${store}`));
}

/** What cannot be written now is exchanged again later: totals do not mind. */
function stored(result: Result<null, { readonly code: string; readonly message: string }>): void {
  if (!result.ok) throw new CallFailed('unreachable', result.error.code, result.error.message);
}
