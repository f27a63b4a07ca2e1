import { describe, expect, test } from 'vitest';
import type { Happening, Journey } from '#shared/domain/journey/event.ts';
import { journeyReport } from '#shared/domain/journey/report.ts';
import type { JourneyScreen } from '#shared/domain/journey/screen.ts';
import { journeyOf } from '../../helpers/journeys.ts';

const period = { from: '2026-10-23', to: '2026-11-21' };
const reportOf = (...journeys: readonly Journey[]) => journeyReport(journeys, period);

const began = (language = 'en'): Happening => ({
  kind: 'began',
  language,
  orientation: 'landscape',
});
const screen = (name: JourneyScreen, beforeMs = 1_000): Happening => ({
  kind: 'screen',
  screen: name,
  beforeMs,
});
const step = (group: string, template = 'polish'): Happening => ({ kind: 'step', template, group });
const option: Happening = { kind: 'option', template: 'polish', group: 'cap', option: 'steel' };
const lineAdded: Happening = { kind: 'lineAdded', sku: 'AT-POLISH' };
const ended = (
  how: 'sold' | 'left' | 'timedOut',
  last: JourneyScreen,
  sold = false,
): Happening => ({
  kind: 'ended',
  how,
  last,
  sold,
});

const looked = journeyOf(began(), screen('home', 0), screen('product'), ended('left', 'product'));
const designedAndSold = journeyOf(
  began('de'),
  screen('home', 0),
  screen('customize', 3_000),
  step('shade'),
  option,
  lineAdded,
  screen('cart', 20_000),
  screen('payment', 5_000),
  screen('thanks', 8_000),
  ended('sold', 'thanks', true),
);
const boughtReadyMade = journeyOf(
  began('de'),
  screen('home', 0),
  screen('product', 5_000),
  lineAdded,
  screen('cart', 2_000),
  ended('timedOut', 'cart'),
);

describe('the report', () => {
  test('JRN-40 how many came to each step, and of those before how many', () => {
    expect(reportOf(looked, looked, designedAndSold, boughtReadyMade).funnel).toEqual([
      { step: 'began', journeys: 4, share: null },
      { step: 'lookedAtProduct', journeys: 4, share: 1 },
      { step: 'designed', journeys: 1, share: 0.25 },
      // The ready-made one counts, and has no part in the share of those who designed.
      { step: 'inBag', journeys: 2, share: 1 },
      { step: 'payment', journeys: 1, share: 0.5 },
      { step: 'sold', journeys: 1, share: 1 },
    ]);
  });

  test('JRN-40 nothing is divided by nobody', () => {
    const shares = reportOf(journeyOf(began())).funnel.map(({ share }) => share);
    expect(shares).toEqual([null, 0, null, null, null, null]);
    expect(reportOf()).toMatchObject({ ...period, journeys: 0, unfinished: 0, screens: [] });
  });

  test('JRN-40 a sale counts although the kiosk lost its power at the thanks, or the shopper went on', () => {
    const cutOff = journeyOf(began(), screen('payment', 0), screen('thanks'));
    const wentOn = journeyOf(began(), screen('home', 0), ended('timedOut', 'home', true));
    const report = reportOf(cutOff, wentOn);
    expect(report.funnel.at(-1)?.journeys).toBe(2);
    expect(report).toMatchObject({ journeys: 2, unfinished: 1, endedWithoutSale: [] });
  });

  test('JRN-41 where journeys ended without a sale, and how', () => {
    const report = reportOf(
      looked,
      looked,
      boughtReadyMade,
      designedAndSold,
      journeyOf(began(), screen('product', 0), ended('timedOut', 'product')),
      journeyOf(began(), screen('home', 0)),
    );
    expect(report.endedWithoutSale).toEqual([
      { screen: 'product', journeys: 3, left: 2, timedOut: 1 },
      { screen: 'cart', journeys: 1, left: 0, timedOut: 1 },
    ]);
    expect(report.unfinished).toBe(1);
  });

  test('JRN-42 the median time of a screen, in a shopper’s order', () => {
    const visit = (homeMs: number) =>
      journeyOf(began(), screen('home', 0), screen('cart', homeMs), ended('left', 'cart'));
    expect(reportOf(visit(9_000), visit(1_000), visit(2_000), visit(4_000)).screens).toEqual([
      { screen: 'home', shown: 4, medianMs: 3_000 },
      { screen: 'cart', shown: 4, medianMs: 1_000 },
    ]);
    expect(reportOf(visit(9_000), visit(1_000), visit(2_000)).screens[0]?.medianMs).toBe(2_000);
  });

  test('JRN-42 nobody looked at what the kiosk waited on, and nothing is guessed where events are missing', () => {
    expect(reportOf(boughtReadyMade).screens.map(({ screen: name }) => name)).toEqual([
      'home',
      'product',
    ]);
    const { events } = designedAndSold;
    const holed = { ...designedAndSold, events: events.filter(({ seq }) => seq !== 3) };
    // Home was left for something that is not known any more.
    expect(reportOf(holed).screens.map(({ screen: name }) => name)).toEqual([
      'cart',
      'payment',
      'thanks',
    ]);
  });

  test('JRN-43 by the language in which they began', () => {
    const lost = { ...looked, events: looked.events.slice(1) };
    expect(reportOf(looked, designedAndSold, boughtReadyMade, lost).languages).toEqual([
      { language: 'de', journeys: 2, sold: 1 },
      { language: 'en', journeys: 1, sold: 0 },
    ]);
  });

  test('JRN-44 at which step of a template designs were given up', () => {
    const givenUp = (...groups: readonly string[]) =>
      journeyOf(
        began(),
        screen('customize', 0),
        ...groups.map((group) => step(group)),
        ended('left', 'customize'),
      );
    const report = reportOf(
      givenUp('shade', 'cap'),
      givenUp('shade', 'cap', 'brush', 'cap'),
      givenUp('shade'),
      designedAndSold,
      journeyOf(began(), screen('customize', 0), step('base', 'serum')),
    );
    expect(report.templates).toEqual([
      {
        template: 'polish',
        begun: 4,
        finished: 1,
        abandonedAt: [
          { group: 'cap', journeys: 2 },
          { group: 'shade', journeys: 1 },
        ],
      },
      // Still under way.
      { template: 'serum', begun: 1, finished: 0, abandonedAt: [] },
    ]);
  });

  test('JRN-44 what is bought beside a design does not finish it, and one that is gone on with is finished', () => {
    const beside = journeyOf(
      began(),
      screen('customize', 0),
      step('shade'),
      screen('product'),
      lineAdded,
      ended('left', 'product'),
    );
    const goneOn = journeyOf(
      began(),
      screen('customize', 0),
      step('shade'),
      screen('home'),
      screen('customize'),
      lineAdded,
      ended('left', 'cart'),
    );
    expect(reportOf(beside, goneOn).templates).toEqual([
      {
        template: 'polish',
        begun: 2,
        finished: 1,
        abandonedAt: [{ group: 'shade', journeys: 1 }],
      },
    ]);
  });

  test('JRN-24 what another release wrote is counted', () => {
    expect(reportOf({ ...looked, unread: 3 }, { ...looked, unread: 1 }).unread).toBe(4);
  });
});
