import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SetAsideEvent, SyncStatus } from '#shared/contract/ipc/sync.ts';
import texts from '../../../src/renderer/i18n/en.json' with { type: 'json' };
import { agoWords, durationWords } from '../../../src/renderer/lib/time-words.ts';
import {
  contactWords,
  lineSentence,
  refusedReason,
  refusedTitle,
  skewSentence,
} from '../../../src/renderer/screens/devices/line-words.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: { translation: texts } },
    interpolation: { escapeValue: false },
  });
});

const words = { t: i18next.t, language: 'en', time: () => '18:22' };

const online: SyncStatus = {
  state: 'online',
  central: { url: 'https://central.example', deviceId: 'd', name: 'Kiosk 1', store: 's' },
  keyProtection: 'os',
  lastContactAt: 0,
  problem: null,
  waiting: 0,
  setAside: 0,
  clockSkewMs: 0,
  catalogVersion: 1,
};

const refused: SetAsideEvent = {
  deviceSeq: 12,
  id: 'e',
  type: 'order.completed',
  orderId: 'o',
  orderNumber: 'D1-000007',
  code: 'event.malformed',
  message: 'payload /number must be string',
  at: 0,
  retrying: false,
};

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('UIX-41 what is wrong with the line', () => {
  const said = (status: Partial<SyncStatus>) => lineSentence(words, { ...online, ...status });

  test.each(['notEnrolled', 'connecting', 'online'] as const)('%s is nothing wrong', (state) => {
    expect(said({ state })).toBeNull();
  });

  test('offline says that selling goes on, whatever the system said', () => {
    const problem = { code: 'central.unavailable', message: 'ECONNREFUSED' };
    expect(said({ state: 'offline', problem })).toBe(
      'Head office cannot be reached right now. Selling goes on as always: what is sold is kept here, and sent by itself when the line is back.',
    );
  });

  test.each([
    ['device.revoked', 'Head office has withdrawn this kiosk’s access.'],
    ['device.not_enrolled', 'Head office does not know this kiosk.'],
    ['device.signature_invalid', 'Head office does not recognize this kiosk’s key.'],
  ])('refused with %s says why, what to do, and that selling goes on', (code, why) => {
    const sentence = said({ state: 'refused', problem: { code, message: '' } });
    expect(sentence?.startsWith(why)).toBe(true);
    expect(sentence).toMatch(/enrol it again/i);
    expect(sentence).toContain('Selling goes on as always.');
  });

  test('refused without an answer: the key cannot be read', () => {
    expect(said({ state: 'refused', problem: null })).toContain(
      'This kiosk’s key cannot be read on this machine any more.',
    );
  });

  test('refused for a reason that only a newer head office knows has words too', () => {
    const problem = { code: 'device.on_holiday', message: 'Gone fishing' };
    expect(said({ state: 'refused', problem })).toContain('does not let this kiosk in');
  });
});

describe('UIX-42 the last contact', () => {
  test.each([
    [0, null],
    [59 * second, null],
    // The clock was set back meanwhile.
    [-3 * hour, null],
    [minute, '1 minute ago'],
    [59 * minute + 59 * second, '59 minutes ago'],
    [hour, '1 hour ago'],
    [23 * hour, '23 hours ago'],
    [day, '1 day ago'],
    [40 * day, '40 days ago'],
  ])('%d ms ago: %s', (elapsedMs, expected) => {
    expect(agoWords(day, day + elapsedMs, 'en')).toBe(expected);
  });

  test('is told with its time, once it is a while ago', () => {
    expect(contactWords(words, null, 0)).toBe('None yet');
    expect(contactWords(words, 0, 30 * second)).toBe('Just now');
    expect(contactWords(words, 0, 5 * minute)).toBe('5 minutes ago (18:22)');
  });
});

describe('UIX-43 a clock that is off', () => {
  test.each([null, 0, 2_000, -2_000])('%s ms is nobody’s business', (skewMs) => {
    expect(skewSentence(words, skewMs)).toBeNull();
  });

  test('says how much, and which way', () => {
    expect(skewSentence(words, 2_001)).toContain('clock is 2 seconds ahead of head office’s');
    expect(skewSentence(words, -15 * minute)).toContain('15 minutes behind head office’s');
  });

  test.each([
    [90 * second, '90 seconds'],
    [2 * minute, '2 minutes'],
    [90 * minute, '90 minutes'],
    [-3 * hour, '3 hours'],
    [400 * day, '400 days'],
  ])('%d ms are %s', (ms, expected) => {
    expect(durationWords(ms, 'en')).toBe(expected);
  });
});

describe('UIX-44 what was refused', () => {
  test('a sale is known by the number on its receipt', () => {
    expect(refusedTitle(words, refused)).toBe('Sale D1-000007');
  });

  test('anything else by its number in the outbox', () => {
    const survey = { ...refused, type: 'survey.answered', orderNumber: null };
    expect(refusedTitle(words, survey)).toBe('Survey answer, event 12');
  });

  test('a kind without words is called what it is', () => {
    const other = { ...refused, type: 'shift.closed', orderNumber: null };
    expect(refusedTitle(words, other)).toBe('shift.closed, event 12');
  });

  test('the reason is in words, or in those of head office', () => {
    expect(refusedReason(words, refused)).toBe(
      'Something in it is missing, or is not as it should be.',
    );
    const news = { ...refused, code: 'event.out_of_season', message: 'Not in winter' };
    expect(refusedReason(words, news)).toBe('Not in winter');
  });
});
