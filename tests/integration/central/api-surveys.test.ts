import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { surveyConsumer } from '#central/jobs/survey-consumer.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { runCentral } from '../../helpers/central-process.ts';
import { pushedEvent } from '../../helpers/pushed-events.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const central = startTestCentral();
const definition = {
  elements: [
    { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10 },
    { type: 'radiogroup', name: 'why', choices: ['price', 'shade'] },
  ],
};
const office = () => central.client(['surveys:read', 'surveys:write']);

/** A live survey in these stores. */
async function liveSurvey(id: string, stores?: string[]) {
  const client = await office();
  await client.POST('/v1/surveys', {
    body: { id, definition, ...(stores === undefined ? {} : { stores }) },
  });
  const params = { path: { id, version: 1 } };
  const { data } = await client.POST('/v1/surveys/{id}/versions/{version}/live', { params });
  return required(data, id);
}

test('API-50 API-54 API-55 a survey is drafted, goes live and is retired', async () => {
  const client = await office();
  const id = 'after-sale';
  const { data: draft, response } = await client.POST('/v1/surveys', { body: { id, definition } });
  expect(response.status).toBe(201);
  expect(draft).toMatchObject({ id, version: 1, state: 'draft', stores: null, liveAt: null });
  const params = { path: { id, version: 1 } };
  const live = () => client.POST('/v1/surveys/{id}/versions/{version}/live', { params });
  expect((await live()).data).toMatchObject({ state: 'live', definition });
  expect((await live()).data?.state).toBe('live');
  const retired = () => client.POST('/v1/surveys/{id}/versions/{version}/retired', { params });
  expect((await retired()).data?.state).toBe('retired');
  expect((await retired()).data?.state).toBe('retired');
  expect((await live()).error?.code).toBe('survey.not_draft');
  const again = await client.POST('/v1/surveys', { body: { id, definition } });
  expect([again.response.status, again.error?.code]).toEqual([409, 'survey.exists']);
  const { data: list } = await client.GET('/v1/surveys', { params: { query: { limit: 100 } } });
  expect(list?.items.find((survey) => survey.id === id)?.versions).toMatchObject([
    { version: 1, state: 'retired' },
  ]);
});

test('API-52 API-53 what was live is locked; the next version takes its place when it goes live', async () => {
  const client = await office();
  const id = 'locked';
  await liveSurvey(id);
  const first = { path: { id, version: 1 } };
  const change = (version: number) =>
    client.PUT('/v1/surveys/{id}/versions/{version}', {
      params: { path: { id, version } },
      body: { definition: { elements: [{ type: 'boolean', name: 'other' }] } },
    });
  expect((await change(1)).error?.code).toBe('survey.not_draft');
  const draft = () =>
    client.POST('/v1/surveys/{id}/versions', { params: { path: { id } }, body: { definition } });
  expect((await draft()).data).toMatchObject({ version: 2, state: 'draft' });
  expect((await draft()).error?.code).toBe('survey.has_draft');
  expect((await change(2)).data?.definition).toEqual({
    elements: [{ type: 'boolean', name: 'other' }],
  });
  await client.POST('/v1/surveys/{id}/versions/{version}/live', {
    params: { path: { id, version: 2 } },
  });
  const { data } = await client.GET('/v1/surveys/{id}/versions/{version}', { params: first });
  expect(data).toMatchObject({ state: 'retired', definition });
});

test('API-54 of two drafts that go live at once, one survey is asked', async () => {
  const client = await office();
  await liveSurvey('race');
  await client.POST('/v1/surveys/{id}/versions', {
    params: { path: { id: 'race' } },
    body: { definition },
  });
  const params = { path: { id: 'race', version: 2 } };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      client.POST('/v1/surveys/{id}/versions/{version}/live', { params }),
    ),
  );
  expect(answers.map(({ response }) => response.status)).toEqual(answers.map(() => 200));
  const rows = await central.db
    .selectFrom('survey_versions')
    .select('version')
    .where('survey', '=', 'race')
    .where('state', '=', 'live')
    .execute();
  expect(rows).toEqual([{ version: 2 }]);
});

test('API-53 a file goes live, but over nobody’s draft without being told to', async () => {
  const client = await office();
  await liveSurvey('from-file');
  const [nps] = definition.elements;
  await client.POST('/v1/surveys/{id}/versions', {
    params: { path: { id: 'from-file' } },
    body: { definition: { elements: [nps] } },
  });
  const file = join(tempFolder(), 'surveys.json');
  writeFileSync(
    file,
    JSON.stringify([
      { id: 'before-it', definition },
      { id: 'from-file', definition },
    ]),
  );
  const command = ['surveys', 'live', file];
  expect(() => runCentral(central.databaseUrl, command)).toThrow(
    'from-file: version 2 is being drafted with other content; nothing was changed',
  );
  const states = () =>
    runCentral(central.databaseUrl, ['surveys']).match(/^(before-it|from-file) .*$/gm);
  expect(states()).toEqual([
    'from-file  version 2  draft  all stores',
    'from-file  version 1  live  all stores',
  ]);
  runCentral(central.databaseUrl, [...command, '--over-drafts']);
  expect(states()).toEqual([
    'before-it  version 1  live  all stores',
    'from-file  version 2  live  all stores',
    'from-file  version 1  retired  all stores',
  ]);
});

test('API-51 a survey that would have something typed is refused, and changes are audited', async () => {
  const client = await office();
  const typed = { elements: [{ type: 'text', name: 'email', inputType: 'email' }] };
  const { error, response } = await client.POST('/v1/surveys', {
    body: { id: 'typed', definition: typed },
  });
  expect([response.status, error?.code]).toEqual([422, 'survey.not_understood']);
  await liveSurvey('audited');
  const entries = await central.db
    .selectFrom('audit_log')
    .select(['action', 'details'])
    .where('action', 'like', 'survey.%')
    .execute();
  const own = entries.filter(({ details }) => JSON.stringify(details).includes('audited'));
  expect(own.map(({ action }) => action)).toEqual(['survey.drafted', 'survey.live']);
});

test('API-56 a device gets the surveys that are live in its store', async () => {
  await liveSurvey('everywhere');
  await liveSurvey('only-berlin', ['berlin']);
  await liveSurvey('only-paris', ['paris']);
  const { client } = await central.device('berlin');
  const { data } = await client.GET('/v1/device/surveys');
  const ids = data?.items.map(({ id }) => id);
  expect(ids).toContain('everywhere');
  expect(ids).toContain('only-berlin');
  expect(ids).not.toContain('only-paris');
  expect(data?.items.find(({ id }) => id === 'everywhere')).toEqual({
    id: 'everywhere',
    version: 1,
    asking: { moment: 'purchase' },
    definition,
  });
});

test('API-57 API-58 answers come once, what does not fit is not shown, and a cursor goes on', async () => {
  const id = 'answered';
  await liveSurvey(id);
  const { client } = await central.device('berlin');
  const journeyId = uuidv7();
  const answered = (answers: object, more: object = {}) => ({
    store: 'berlin',
    surveyId: id,
    version: 1,
    journeyId,
    answers,
    answeredAt: Date.UTC(2026, 10, 25),
    ...more,
  });
  let seq = 0;
  const push = async (...payloads: readonly object[]) => {
    const events = payloads.map((payload) => {
      seq += 1;
      return pushedEvent(seq, payload, undefined, 'survey.answered');
    });
    const send = () => client.POST('/v1/device/events', { body: { events, sentAtMs: Date.now() } });
    const { data } = await send();
    await send();
    while ((await consumeBatch(central, surveyConsumer)) > 0);
    return data?.answers.map(({ status, code }) => code ?? status);
  };
  const reader = await central.client(['surveys:read']);
  const read = async (cursor?: string) => {
    const { data } = await reader.GET('/v1/surveys/{id}/answers', {
      params: { path: { id }, query: cursor === undefined ? {} : { cursor } },
    });
    return required(data, 'answers');
  };

  const orderId = uuidv7();
  const told = await push(
    answered({ nps: 9, why: 'price' }, { orderId }),
    answered({ nps: 99, why: 'Ada' }),
    answered({ nps: 1 }, { version: 7 }),
    answered({ nps: 'Ada Lovelace, +49 30 1234567' }),
    answered({ nps: 3, 'who are you': 'Ada' }),
    answered({ nps: 3 }, { email: 'ada@example.com' }),
  );
  expect(told).toEqual([
    ...['stored', 'stored', 'stored'],
    ...['event.malformed', 'event.malformed', 'event.malformed'],
  ]);
  const first = await read();
  expect(first.items).toMatchObject([
    {
      store: 'berlin',
      version: 1,
      orderId,
      journeyId,
      answeredAt: '2026-11-25T00:00:00.000Z',
      answers: { nps: 9, why: 'price' },
      unfit: [],
    },
    { orderId: null, answers: {}, unfit: ['nps', 'why'] },
    { version: 7, answers: {}, unfit: ['nps'] },
  ]);
  expect((await read(first.nextCursor)).items).toEqual([]);
  await push(answered({ nps: 10 }));
  const next = await read(first.nextCursor);
  expect(next.items.map(({ answers }) => answers)).toEqual([{ nps: 10 }]);
  expect((await read(next.nextCursor)).items).toEqual([]);
  const unknown = await reader.GET('/v1/surveys/{id}/answers', {
    params: { path: { id: 'no-such' } },
  });
  expect(unknown.response.status).toBe(404);
});
