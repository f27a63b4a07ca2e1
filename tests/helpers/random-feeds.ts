import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { recordKinds } from '#shared/domain/catalog-feed/validate-record.ts';

/** A feed of the demo store that was cut, mixed up and spoilt by `random`; some of its records are sound. */
export function spoiltFeed(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const { records } = demoStoreFeed();
  const mode = random() < 0.5 ? 'full' : 'delta';
  const kinds = random() < 0.5 ? undefined : recordKinds.filter(() => random() < 0.7);
  const header = {
    format: 'blendbar-catalog',
    version: 1,
    mode,
    ...(kinds === undefined || kinds.length === 0 ? {} : { kinds }),
  };
  const whole = random() < 0.2 ? 0.4 : 0.97;
  const kept = mode === 'full' ? whole : 0.05 + random() * 0.2;
  const spoilt = random() * 0.01;
  const lines = [JSON.stringify(header)];
  for (const record of records) {
    if (random() > kept) continue;
    const copy: Record<string, unknown> = structuredClone(record);
    if (random() < spoilt) spoil(copy);
    lines.push(JSON.stringify(copy));
    if (random() < 0.004) lines.push(JSON.stringify(spoil({ ...copy })));
    if (random() < 0.002) lines.push(JSON.stringify(copy).slice(0, -7));
  }
  return lines.join('\n');

  function spoil(record: Record<string, unknown>): Record<string, unknown> {
    const name = pick(Object.keys(record));
    const value = record[name];
    const way = random();
    if (way < 0.2) delete record[name];
    else if (way < 0.4) record.added = true;
    else if (typeof value === 'number') record[name] = way < 0.7 ? value + 1 : -value - 1;
    else if (typeof value === 'string') {
      record[name] = way < 0.7 ? `${value}-x` : String(pick(records.map(Object.values)).at(1));
    } else if (Array.isArray(value)) value.reverse().splice(0, Math.floor(random() * 2));
    else record[name] = null;
    return record;
  }
}
