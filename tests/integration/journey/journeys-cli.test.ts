import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Happening } from '#shared/domain/journey/event.ts';
import type { JourneyReport } from '#shared/domain/journey/report.ts';
import { dayAfter } from '#shared/domain/journey/store-day.ts';
import { runCli } from '../../helpers/cli.ts';
import { answerTo, newId } from '../../helpers/client-tools.ts';
import { demoDatabase } from '../../helpers/demo-database.ts';
import { runDemoKiosk } from '../../helpers/demo-kiosk.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { suiteFolder, tempFolder } from '../../helpers/temp-folder.ts';

const folder = suiteFolder();
const db = join(folder, 'kiosk.db');

const sold: readonly Happening[] = [
  { kind: 'began', language: 'en', orientation: 'landscape' },
  { kind: 'screen', screen: 'home', beforeMs: 0 },
  { kind: 'screen', screen: 'customize', beforeMs: 1_000 },
  { kind: 'step', template: 'nail-polish', group: 'shade' },
  { kind: 'option', template: 'nail-polish', group: 'shade', option: 'oxblood' },
  { kind: 'lineAdded', sku: 'AT-POLISH' },
  { kind: 'screen', screen: 'cart', beforeMs: 4_000 },
  { kind: 'screen', screen: 'payment', beforeMs: 1_000 },
  { kind: 'screen', screen: 'thanks', beforeMs: 1_000 },
  { kind: 'ended', how: 'sold', last: 'thanks', sold: true },
];
const givenUp: readonly Happening[] = [
  ...happenings.slice(0, 6),
  { kind: 'ended', how: 'timedOut', last: 'customize', sold: false },
];

beforeAll(async () => {
  const { kiosk, close, failures } = await runDemoKiosk(folder);
  for (const whats of [sold, givenUp, givenUp]) {
    const events = eventsOf(whats);
    // As the screens do it: in pieces, and one of them twice.
    const told = { journeyId: newJourneyId(), events };
    for (const part of [events.slice(0, 5), events.slice(3, 5), events.slice(5)]) {
      const input = { ...told, commandId: newId(), events: part };
      expect(await answerTo(kiosk, 'journey.record', input)).toEqual({ kept: part.length });
    }
  }
  expect(failures()).toEqual([]);
  await close();
});

const journeys = (...args: readonly string[]) => runCli(['journeys', ...args, '--db', db]);

describe('kiosk journeys', () => {
  test('CLI-45 JRN-45 --json prints the whole report', () => {
    const { status, stdout, stderr } = journeys('--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report: JourneyReport = JSON.parse(stdout);
    expect(report).toEqual({
      from: dayAfter(report.to, -29),
      to: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      journeys: 3,
      unfinished: 0,
      unread: 0,
      funnel: [
        { step: 'began', journeys: 3, share: null },
        { step: 'lookedAtProduct', journeys: 3, share: 1 },
        { step: 'designed', journeys: 3, share: 1 },
        { step: 'inBag', journeys: 1, share: 1 / 3 },
        { step: 'payment', journeys: 1, share: 1 },
        { step: 'sold', journeys: 1, share: 1 },
      ],
      endedWithoutSale: [{ screen: 'customize', journeys: 2, left: 0, timedOut: 2 }],
      screens: [
        { screen: 'home', shown: 3, medianMs: 4_000 },
        { screen: 'customize', shown: 1, medianMs: 4_000 },
        { screen: 'cart', shown: 1, medianMs: 1_000 },
        { screen: 'payment', shown: 1, medianMs: 1_000 },
        { screen: 'thanks', shown: 1, medianMs: 1_000 },
      ],
      languages: [
        { language: 'de', journeys: 2, sold: 0 },
        { language: 'en', journeys: 1, sold: 1 },
      ],
      templates: [
        {
          template: 'nail-polish',
          begun: 3,
          finished: 1,
          abandonedAt: [{ group: 'shade', journeys: 2 }],
        },
      ],
    });
  });

  test('CLI-45 JRN-45 in plain words, tables', () => {
    const { status, stdout, stderr } = journeys('--days', '7');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [head, ...rest] = stdout.split('\n');
    expect(head).toMatch(/^3 journeys from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, 0 without an end$/);
    expect(rest).toEqual([
      '',
      'funnel               journeys  of those before',
      'began                       3',
      'looked at a product         3            100 %',
      'designed                    3            100 %',
      'in the bag                  1             33 %',
      'payment                     1            100 %',
      'sold                        1            100 %',
      '',
      'ended without a sale on  journeys  left  timed out',
      'customize                       2     0          2',
      '',
      'screen     shown  median',
      'home           3   4.0 s',
      'customize      1   4.0 s',
      'cart           1   1.0 s',
      'payment        1   1.0 s',
      'thanks         1   1.0 s',
      '',
      'language  journeys  sold',
      'de               2     0',
      'en               1     1',
      '',
      'designs of   begun  in the bag  given up mostly at',
      'nail-polish      3           1           shade (2)',
      '',
    ]);
  });

  test('JRN-45 no single journey can be told from it', () => {
    const { stdout } = journeys('--json');
    expect(stdout).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  test('JRN-45 a store without journeys', async () => {
    const empty = await demoDatabase(tempFolder());
    expect(runCli(['journeys', '--db', empty])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^0 journeys from .* to .*, 0 without an end\n$/),
      stderr: '',
    });
  });

  test.each(['0', '91', '7.5', 'week', '-1'])('CLI-2 --days %s is bad input', (days) => {
    expect(journeys(`--days=${days}`)).toEqual({
      status: 2,
      stdout: '',
      stderr: `--days "${days}" is not a whole number from 1 to 90\n`,
    });
  });

  test('JRN-20 the store is sound with journeys in it', () => {
    expect(runCli(['check', '--db', db, '--json']).stdout).toBe('{"sound":true,"findings":[]}\n');
  });
});
