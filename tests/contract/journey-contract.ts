import { expect, test } from 'vitest';
import type { KioskClient, RequestInput } from '#shared/contract/ipc/contract.ts';
import { answerTo, newId, refusalOf } from '../helpers/client-tools.ts';
import { eventsOf, happenings, newJourneyId } from '../helpers/journeys.ts';

/** Telling journeys over any transport; what becomes of them has tests of its own. */
export function journeyContractTests(client: () => KioskClient): void {
  const batch = (): RequestInput<'journey.record'> => ({
    commandId: newId(),
    journeyId: newJourneyId(),
    events: eventsOf(happenings),
  });

  test('JRN-20 JRN-23 journey.record says how many are stored, told again too', async () => {
    const told = batch();
    expect(await answerTo(client(), 'journey.record', told)).toEqual({ kept: happenings.length });
    const again = { ...told, commandId: newId() };
    expect(await answerTo(client(), 'journey.record', again)).toEqual({ kept: happenings.length });
  });

  test('JRN-1 journey.record refuses what an event cannot hold', async () => {
    const [event] = eventsOf(happenings);
    if (event === undefined) throw new Error('there is a kind of event');
    const wrong = [
      { ...batch(), events: [{ ...event, note: 'Ada Lovelace' }] },
      { ...batch(), events: [{ ...event, what: { ...event.what, email: 'ada@example.org' } }] },
      { ...batch(), journeyId: newId() },
      { ...batch(), events: [] },
    ];
    for (const input of wrong) {
      expect(await refusalOf(client(), 'journey.record', input)).toBe('input.invalid');
    }
  });
}
