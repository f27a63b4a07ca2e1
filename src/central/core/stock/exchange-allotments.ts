import {
  type AllotmentAnswers,
  type AllotmentAskItem,
  type AllotmentState,
  allotmentsPerExchange,
} from '#shared/contract/api/stock.ts';
import { noAllotment, remaining } from '#shared/domain/stock/allotment.ts';
import { answerAsk } from '#shared/domain/stock/pool.ts';
import type { Central } from '../../central.ts';
import { type EnrolledDevice, storesOf } from '../../storage/devices.ts';
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
  items: readonly AllotmentAskItem[],
): Promise<AllotmentAnswers> {
  const at = new Date(now());
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
        }),
      )
      // Whoever did not ask only hears of what others need.
      .filter(({ answer }) => asked.has(stockKey(answer)) || answer.returnTo !== null);
    await saveAllotments(
      transaction,
      said.map(({ allotment }) => allotment),
    );
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
      sold: Math.max(item.sold, before.sold),
      returned: Math.max(item.returned, before.returned),
    });
  }
  return merged;
}

function answerOne(
  level: StockLevel,
  allotments: readonly DeviceAllotment[],
  ask: AllotmentAskItem | null,
  { device, devices, at }: { readonly device: string; readonly devices: number; readonly at: Date },
): { readonly answer: AllotmentState; readonly allotment: DeviceAllotment } {
  const { store, sku } = level;
  const own = allotments.find((allotment) => allotment.device === device);
  const known = own ?? { ...noAllotment, wanted: 0, wantedAt: null };
  const since = at.getTime() - wantMs;
  const wantedElsewhere = allotments
    .filter((other) => other.device !== device && (other.wantedAt?.getTime() ?? 0) > since)
    .reduce((sum, { wanted }) => sum + wanted, 0);
  const { sold: ownSold, returned: ownReturned } = known;
  const told = ask ?? {
    sold: ownSold,
    returned: ownReturned,
    target: remaining(known),
    wanted: 0,
  };
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
    allotment: { store, sku, device, granted, sold, returned, ...want },
  };
}
