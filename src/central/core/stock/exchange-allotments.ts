import {
  type AllotmentAnswers,
  type AllotmentAskItem,
  type AllotmentState,
  allotmentsPerExchange,
} from '#shared/contract/api/stock.ts';
import { type Allotment, noAllotment, remaining } from '#shared/domain/stock/allotment.ts';
import { type AllotmentAsk, answerAsk } from '#shared/domain/stock/pool.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Central } from '../../central.ts';
import { type EnrolledDevice, storesOf } from '../../storage/devices.ts';
import { feedEpoch } from '../../storage/feed-epochs.ts';
import {
  allotmentsOf,
  type DeviceAllotment,
  devicesPerStore,
  recalledFrom,
  saveAllotments,
} from '../../storage/stock-allotments.ts';
import { holdLevels, recallUntil, type StockLevel, stockKey } from '../../storage/stock-levels.ts';

/** A shopper who was refused waits at most so long for what other devices give back. */
const wantMs = 120_000;

/**
 * A device tells its totals and hears what it may sell. The same message may come any number of times,
 * and late. STK-60 to STK-63
 */
export function exchangeAllotments(
  { db, now }: Pick<Central, 'db' | 'now'>,
  device: EnrolledDevice,
  { items, sentAt }: { readonly items: readonly AllotmentAskItem[]; readonly sentAt: UnixMs },
): Promise<AllotmentAnswers> {
  const at = new Date(now());
  const toldAt = new Date(Math.min(sentAt, at.getTime()));
  return db.transaction().execute(async (transaction) => {
    const stores = await storesOf(transaction, device.id);
    const asked = mergedAsks(items.filter(({ store }) => stores.has(store)));
    const recalled = await recalledFrom(transaction, device.id, {
      at,
      limit: allotmentsPerExchange,
    });
    const keys = [...asked.values(), ...recalled].map(({ store, sku }) => ({ store, sku }));
    const levels = await holdLevels(transaction, keys, at);
    const known = Map.groupBy(await allotmentsOf(transaction, [...levels.values()]), stockKey);
    const devices = await devicesPerStore(transaction, [...stores]);

    const isCounted = (key: string) => (levels.get(key)?.counted ?? null) !== null;
    const said = [...levels]
      .filter(([key]) => isCounted(key))
      .map(([key, level]) =>
        answerOne(level, known.get(key) ?? [], asked.get(key) ?? null, {
          device: device.id,
          devices: devices.get(level.store) ?? 1,
          at,
          toldAt,
        }),
      )
      // Whoever did not ask only hears of what others need.
      .filter(({ answer }) => asked.has(stockKey(answer)) || answer.returnTo !== null);
    await saveAllotments(
      transaction,
      said.map(({ allotment }) => allotment),
    );
    const epoch = await feedEpoch(transaction);
    const short = said.filter(({ allotment }) => allotment.wantedAt?.getTime() === at.getTime());
    await recallUntil(
      transaction,
      short.map(({ allotment }) => allotment),
      new Date(at.getTime() + wantMs),
    );
    return {
      allotments: said.map(({ answer }) => answer),
      unlimited: [...asked]
        .filter(([key]) => !isCounted(key))
        .map(([, { store, sku }]) => ({ store, sku })),
      epoch,
    };
  });
}

/** Of two items about the same SKU the larger totals count, as of any two messages. */
function mergedAsks(items: readonly AllotmentAskItem[]): ReadonlyMap<string, AllotmentAskItem> {
  const merged = new Map<string, AllotmentAskItem>();
  for (const item of items) {
    const before = merged.get(stockKey(item)) ?? item;
    merged.set(stockKey(item), {
      ...item,
      granted: Math.max(item.granted ?? 0, before.granted ?? 0),
      sold: Math.max(item.sold, before.sold),
      returned: Math.max(item.returned, before.returned),
    });
  }
  return merged;
}

interface AskContext {
  readonly device: string;
  /** Devices that sell in the store. */
  readonly devices: number;
  readonly at: Date;
  /** When the device said what it asks. */
  readonly toldAt: Date;
}

function answerOne(
  level: StockLevel,
  allotments: readonly DeviceAllotment[],
  ask: AllotmentAskItem | null,
  { device, devices, at, toldAt }: AskContext,
): { readonly answer: AllotmentState; readonly allotment: DeviceAllotment } {
  const { store, sku } = level;
  const own = allotments.find((allotment) => allotment.device === device);
  const known = own ?? { ...noAllotment, ...nothingTold, wanted: 0, wantedAt: null };
  const since = at.getTime() - wantMs;
  const wantedElsewhere = allotments
    .filter((other) => other.device !== device && (other.wantedAt?.getTime() ?? 0) > since)
    .reduce((sum, { wanted }) => sum + wanted, 0);
  const told: AllotmentAsk =
    ask === null
      ? { ...totalsOf(known), target: remaining(known), wanted: 0 }
      : { ...ask, granted: ask.granted ?? 0 };
  const { allotment, ...rest } = answerAsk(level, known, told, { devices, wantedElsewhere });
  const { granted, sold, returned } = allotment;
  const free = granted - Math.max(told.sold, sold) - returned;
  const lacking = Math.max(0, told.wanted - free);
  const want =
    ask === null
      ? { wanted: known.wanted, wantedAt: known.wantedAt }
      : { wanted: lacking, wantedAt: lacking > 0 ? at : null };
  return {
    answer: { store, sku, granted, sold, returned, ...rest },
    allotment: {
      ...{ store, sku, device, granted, sold, returned },
      ...want,
      ...(ask === null ? knowledgeOf(known) : toldBy(known, ask.sold, toldAt)),
    },
  };
}

/** Which sales a device had told of when it last asked. */
type Told = Pick<DeviceAllotment, 'toldSold' | 'toldAt' | 'settledAt'>;

const nothingTold: Told = { toldSold: 0, toldAt: null, settledAt: null };

function knowledgeOf({ toldSold, toldAt, settledAt }: Told): Told {
  return { toldSold, toldAt, settledAt };
}

/** What is known after an ask; one that tells fewer sales than another comes late, and is no news. STK-43 */
function toldBy(known: Told & { readonly sold: number }, sold: number, at: Date): Told {
  if (sold < known.toldSold) return knowledgeOf(known);
  const toldAt = known.toldAt !== null && known.toldAt > at ? known.toldAt : at;
  const hadArrived = known.toldAt !== null && known.toldSold <= known.sold;
  const settledBefore = hadArrived ? known.toldAt : known.settledAt;
  return { toldSold: sold, toldAt, settledAt: sold <= known.sold ? toldAt : settledBefore };
}

function totalsOf({ granted, sold, returned }: Allotment): Allotment {
  return { granted, sold, returned };
}
