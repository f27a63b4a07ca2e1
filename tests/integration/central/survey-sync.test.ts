import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { surveyConsumer } from '#central/jobs/survey-consumer.ts';
import { createSurveySync } from '#main/sync/surveys.ts';
import type { Asking } from '#shared/domain/survey/asking.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { shareOf } from '../../helpers/share.ts';

const central = startTestCentral();
const definition = {
  elements: [
    { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10 },
    { type: 'comment', name: 'words', visibleIf: '{nps} < 7' },
  ],
};
const asking: Asking = {
  moment: 'exit',
  sampleBps: 2_500,
  quarantineMinutes: 5,
  languages: ['de'],
};

async function drafted(
  id: string,
  body: { readonly definition: Record<string, unknown>; readonly asking?: Asking },
) {
  const client = await central.client(['surveys:read', 'surveys:write']);
  return client.POST('/v1/surveys', { body: { id, ...body } });
}

async function live(id: string, version = 1) {
  const client = await central.client(['surveys:read', 'surveys:write']);
  const params = { path: { id, version } };
  return client.POST('/v1/surveys/{id}/versions/{version}/live', { params });
}

test('SUR-1 SUR-40 SUR-41 what is live at head office is asked at the kiosk, also without a line', async () => {
  await drafted('leaving', { definition, asking });
  await drafted('never', { definition });
  await live('leaving');
  const kiosk = kioskWithLine(central, 'sync-berlin');
  const { surveys } = kiosk.opened;
  await kiosk.enrol();
  const line = kiosk.line([createSurveySync({ surveys, logger: recordingLogger() })]);
  await line.now();
  expect(surveys.live()).toEqual([{ id: 'leaving', version: 1, asking, lastAskedAt: null }]);
  expect(surveys.version('leaving', 1)?.definition).toEqual(definition);
  const client = await central.client(['surveys:read', 'surveys:write']);
  const params = { path: { id: 'leaving', version: 1 } };
  await client.POST('/v1/surveys/{id}/versions/{version}/retired', { params });
  expect(surveys.live()).toHaveLength(1);
  await line.now();
  expect(surveys.live()).toEqual([]);
  await line.stop();
});

test('SUR-1 API-53 whom a survey is put to is locked with its version', async () => {
  const { data } = await drafted('locked-asking', { definition, asking });
  expect(data).toMatchObject({ asking });
  await live('locked-asking');
  const client = await central.client(['surveys:read', 'surveys:write']);
  const changed = await client.PUT('/v1/surveys/{id}/versions/{version}', {
    params: { path: { id: 'locked-asking', version: 1 } },
    body: { definition, asking: { ...asking, sampleBps: 10_000 } },
  });
  expect(changed.error?.code).toBe('survey.not_draft');
});

test.each<[string, object, RegExp]>([
  [
    'a condition that cannot be read',
    { ...definition.elements[1], visibleIf: '{nps} <<< 7' },
    /elements\[1\]\.visibleIf.*cannot be parsed/,
  ],
  [
    'a condition on what is not asked',
    { ...definition.elements[1], visibleIf: '{npss} < 7' },
    /npss/,
  ],
  [
    'a member that does not exist',
    { ...definition.elements[1], titel: 'Hello' },
    /"titel" is not a property/,
  ],
  [
    'a touch for all of them',
    { type: 'checkbox', name: 'what', choices: ['a', 'b'], showSelectAllItem: true },
    /"what" has "showSelectAllItem"/,
  ],
  [
    'a choice from another question',
    {
      type: 'panel',
      elements: [
        { type: 'checkbox', name: 'what', choices: ['a', 'b'] },
        { type: 'radiogroup', name: 'most', choices: ['a'], choicesFromQuestion: 'what' },
      ],
    },
    /"most" has "choicesFromQuestion"/,
  ],
  [
    'a scale longer than is shown',
    { type: 'rating', name: 'much', rateMin: 0, rateMax: 100 },
    /"much" has more than 20 steps/,
  ],
  [
    'a scale that is counted and longer than is shown',
    { type: 'rating', name: 'much', rateMin: 0, rateCount: 30 },
    /"much" has more than 20 steps/,
  ],
  [
    'a scale that is told twice',
    { type: 'rating', name: 'much', rateValues: [1, 2], autoGenerate: true },
    /"much" has "rateValues" beside "autoGenerate"/,
  ],
  [
    'more faces than are shown',
    { type: 'rating', name: 'much', rateType: 'smileys', rateMin: 0, rateMax: 10 },
    /"much" has more than 10 faces/,
  ],
  [
    'a yes that is another word',
    { type: 'boolean', name: 'again', valueTrue: 'yes', valueFalse: 'no' },
    /"again" has "valueTrue"/,
  ],
])('API-59 %s is refused with its place', async (_, second, why) => {
  const { error } = await drafted(`broken-${uuidv4().slice(0, 8)}`, {
    definition: { elements: [definition.elements[0], second] },
  });
  expect(error).toMatchObject({
    code: 'survey.not_understood',
    detail: expect.stringMatching(why),
  });
});

const count = shareOf(10_000, 600);

test(`SUR-20 SUR-22 ${count} answers that were given without a line arrive, each once`, async () => {
  await drafted('many', { definition });
  await live('many');
  const kiosk = kioskWithLine(central, 'sync-many');
  const { surveys } = kiosk.opened;
  const version = { id: 'many', version: 1, asking: { moment: 'exit' } as const, definition };
  expect(surveys.replaceLive([version])).toEqual({ ok: true, value: null });
  const given = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const journeyId = uuidv4();
    const nps = index % 11;
    const offer = { journeyId, survey: 'many', version: 1, orderId: null };
    expect(surveys.ask(offer, index).ok).toBe(true);
    const payload = {
      store: 'sync-many',
      surveyId: 'many',
      version: 1,
      journeyId,
      answers: nps < 7 ? { nps, words: { text: `Because of ${index % 7} things` } } : { nps },
      answeredAt: 1_764_000_000_000 + index,
    };
    const event = { id: uuidv7(), type: 'survey.answered', schemaVersion: 1, payload };
    expect(surveys.end(journeyId, event)).toEqual({ ok: true, value: true });
    given.set(journeyId, nps);
  }
  const line = await kiosk.enrol();
  await line.now();
  await line.now();
  expect(kiosk.opened.outbox.counts()).toEqual({ waiting: 0, setAside: 0, retrying: 0 });
  while ((await consumeBatch(central, surveyConsumer)) > 0);
  const client = await central.client(['surveys:read']);
  const arrived = new Map<string, number>();
  let cursor: string | undefined;
  for (;;) {
    const { data } = await client.GET('/v1/surveys/{id}/answers', {
      params: { path: { id: 'many' }, query: { limit: 500, ...(cursor && { cursor }) } },
    });
    const { items, nextCursor } = required(data, 'answers');
    for (const { journeyId, answers, unfit } of items) {
      expect(unfit).toEqual([]);
      expect(arrived.has(journeyId)).toBe(false);
      arrived.set(journeyId, Number(answers.nps));
    }
    if (items.length === 0 || nextCursor === cursor) break;
    cursor = nextCursor;
  }
  expect(arrived).toEqual(given);
  await line.stop();
}, 300_000);
