import { Compile } from 'typebox/compile';
import type { Logger } from '#main/core/ports/logger.ts';
import type { SurveyStore, SurveyVersion } from '#main/core/ports/surveys.ts';
import { DeviceSurveys } from '#shared/contract/api/surveys.ts';
import { readSurvey } from '#shared/domain/survey/read-survey.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { answered, CallFailed } from './call.ts';
import type { SyncPart } from './sync-part.ts';

const everyMs = 60_000;
const isDeviceSurveys = Compile(DeviceSurveys);

/** Follows what head office has shoppers asked in this store. SUR-40 to SUR-42 */
export function createSurveySync({
  surveys,
  logger,
}: {
  readonly surveys: SurveyStore;
  readonly logger: Logger;
}): SyncPart {
  let problem: Fault | null = null;

  /** What this release does not understand is not asked; the others are. SUR-42 */
  function understood(all: readonly SurveyVersion[]): readonly SurveyVersion[] {
    return all.filter(({ id, version, definition }) => {
      const read = readSurvey(definition);
      if (!read.ok) logger.warn('A survey is not understood', { id, version, reason: read.error });
      return read.ok;
    });
  }

  return {
    name: 'surveys',
    everyMs,
    async run(client) {
      const answer: unknown = await answered(client.GET('/v1/device/surveys'));
      if (!isDeviceSurveys.Check(answer)) {
        const message = 'The answer is no list of surveys';
        throw new CallFailed('unreachable', 'central.answer_wrong', message);
      }
      // An object of JSON is what its members are.
      const all = answer.items as readonly SurveyVersion[];
      const replaced = surveys.replaceLive(understood(all));
      problem =
        !replaced.ok && replaced.error.code === 'survey.version_changed' ? replaced.error : null;
      if (!replaced.ok) logger.warn(replaced.error.message, { code: replaced.error.code });
    },
    problem: () => problem,
  };
}
