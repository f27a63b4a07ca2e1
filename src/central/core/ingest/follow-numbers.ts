import { noteNumbers, numbersOfOthers } from '../../storage/device-lines.ts';
import type { StoredEvent } from '../../storage/events.ts';
import type { Db } from '../../storage/schema.ts';

/**
 * Follows the numbers that a device gives its events, in the transaction that stored some: up to which one they
 * are there, and which of the new ones another event has already. A number counts once in the life of a
 * device's store, so its store was copied then, or put back from a backup. ING-10, ING-11
 * @returns the numbers that came twice.
 */
export async function followNumbers(
  db: Db,
  device: string,
  told: {
    /** The highest number before these; the device's line must be held. */
    readonly before: number | null;
    /** What is stored now, of these that were there before as well. */
    readonly there: readonly StoredEvent[];
    readonly stored: readonly StoredEvent[];
    readonly at: Date;
  },
): Promise<readonly number[]> {
  const { before, there, stored, at } = told;
  const through = highest([...numbersOf(there), ...(before === null ? [] : [before])]);
  const numbers = numbersOf(stored);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  // What comes after all that was there before, as nearly every event does, needs no look.
  const behind = numbers.filter((number) => before !== null && number <= before);
  const ids = stored.map(({ id }) => id);
  const taken = await numbersOfOthers(db, device, { numbers: behind, ids });
  const doubled = [...new Set([...twice, ...taken])];
  const isNews = through !== before || doubled.length > 0;
  if (isNews) await noteNumbers(db, device, { through, doubledAt: doubled.length > 0 ? at : null });
  return doubled;
}

function numbersOf(events: readonly StoredEvent[]): readonly number[] {
  return events.flatMap(({ deviceSeq }) => deviceSeq ?? []);
}

function highest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.max(...numbers);
}
