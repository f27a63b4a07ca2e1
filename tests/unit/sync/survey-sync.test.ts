import { expect, test } from 'vitest';
import type { SurveyVersion } from '#main/core/ports/surveys.ts';
import type { CentralClient } from '#main/sync/central-client.ts';
import { createSurveySync } from '#main/sync/surveys.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';

const asking = { moment: 'exit' } as const;
const known = {
  id: 'known',
  version: 1,
  asking,
  definition: { elements: [{ type: 'boolean', name: 'ok' }] },
};
const unknown = {
  ...known,
  id: 'newer',
  definition: { elements: [{ type: 'hologram', name: 'ok' }] },
};

/** A line over which head office says this, and what the kiosk has asked then. */
function sync(said: unknown, isChanged = false) {
  const logger = recordingLogger();
  const taken: (readonly SurveyVersion[])[] = [];
  const surveys = {
    live: () => [],
    version: () => null,
    offer: () => null,
    ask: () => ok(null),
    forget: () => ok(null),
    end: () => ok(false),
    counts: () => [],
    replaceLive: (all: readonly SurveyVersion[]) => {
      taken.push(all);
      return isChanged ? err(fault('survey.version_changed', 'It was asked')) : ok(null);
    },
  };
  // The part asks for nothing else.
  const answer = () => Promise.resolve({ data: said, response: new Response() });
  const client = { GET: answer } as unknown as CentralClient;
  const part = createSurveySync({ surveys, logger });
  return { part, logger, taken, run: () => part.run(client, () => Promise.resolve()) };
}

test('SUR-42 a survey that this release does not understand is not asked; the others are', async () => {
  const { run, taken, logger, part } = sync({ items: [unknown, known] });
  await run();
  expect(taken).toEqual([[known]]);
  expect(logger.entries.filter(({ level }) => level === 'warn')).toHaveLength(1);
  expect(part.problem?.()).toBeNull();
});

test('SUR-40 what was asked and comes changed is a problem that the line tells', async () => {
  const { run, part } = sync({ items: [known] }, true);
  await run();
  expect(part.problem?.()).toMatchObject({ code: 'survey.version_changed' });
});

test.each([{}, { items: [{ ...known, note: 'more' }] }, 'a page'])(
  'SUR-40 an answer that is no list of surveys changes nothing',
  async (said) => {
    const { run, taken } = sync(said);
    await expect(run()).rejects.toMatchObject({ code: 'central.answer_wrong' });
    expect(taken).toEqual([]);
  },
);
