import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Cursor } from '#shared/contract/api/orders.ts';
import {
  NewSurvey,
  SurveyDraft,
  type SurveyDraft as SurveyDraftBody,
  SurveyPage,
  SurveyVersion,
  type SurveyVersionSummary,
} from '#shared/contract/api/surveys.ts';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { type Asking, askEverybody } from '#shared/domain/survey/asking.ts';
import { SurveyVersionNumber } from '#shared/domain/survey/version-number.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import {
  changeDraft,
  createSurvey,
  draftVersion,
  goLive,
  retire,
  versionNotFound,
} from '../../core/surveys/edit-survey.ts';
import {
  type DraftContent,
  findSurveyVersion,
  type SurveyVersionHead,
  type SurveyVersionRow,
  surveysPage,
} from '../../storage/surveys.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };
const SurveyPath = Type.Object({ id: Id }, closed);
const VersionPath = Type.Object({ id: Id, version: SurveyVersionNumber }, closed);
const SurveysQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    cursor: Type.Optional(Cursor),
  },
  closed,
);

type SurveyErrorCode =
  | 'survey.not_found'
  | 'survey.exists'
  | 'survey.not_draft'
  | 'survey.has_draft'
  | 'survey.not_understood';

const statusOf: Readonly<Record<SurveyErrorCode, number>> = {
  'survey.not_found': 404,
  'survey.exists': 409,
  'survey.not_draft': 409,
  'survey.has_draft': 409,
  'survey.not_understood': 422,
};

/** Surveys and their versions. docs/specs/public-api.md, API-50 and on. */
export function surveyRoutes(app: App, central: Central): void {
  const canRead = requireKey(central, 'surveys:read');
  const canWrite = requireKey(central, 'surveys:write');
  const described = (operationId: string, summary: string, fails: readonly number[]) =>
    ({ operationId, summary, tag: 'surveys', access: 'key', fails }) as const;

  app.get(
    '/v1/surveys',
    {
      onRequest: canRead,
      schema: {
        ...describeRoute(described('listSurveys', 'Surveys with their versions', []), {
          200: SurveyPage,
        }),
        querystring: SurveysQuery,
      },
    },
    async ({ query: { limit = 50, cursor } }) => {
      const after = cursor === undefined ? '' : surveyPlace(cursor);
      const bySurvey = new Map<string, SurveyVersionSummary[]>();
      for (const head of await surveysPage(central.db, { after, limit })) {
        const versions = bySurvey.get(head.survey);
        if (versions === undefined) bySurvey.set(head.survey, [summaryOf(head)]);
        else versions.push(summaryOf(head));
      }
      const items = [...bySurvey].map(([id, versions]) => ({ id, versions }));
      const last = items.length < limit ? undefined : items.at(-1);
      return { items, ...(last === undefined ? {} : { nextCursor: encodeCursor([last.id]) }) };
    },
  );

  app.post(
    '/v1/surveys',
    {
      onRequest: canWrite,
      schema: {
        ...describeRoute(
          described('createSurvey', 'A new survey, with its first version as a draft', [409, 422]),
          { 201: SurveyVersion },
        ),
        body: NewSurvey,
      },
    },
    async (request, reply) => {
      const { id, ...draft } = request.body;
      const survey = { survey: id, actor: actorOf(request) };
      const created = orRefuse(await createSurvey(central, survey, contentOf(draft)));
      return reply.code(201).send(versionOf(created));
    },
  );

  app.post(
    '/v1/surveys/:id/versions',
    {
      onRequest: canWrite,
      schema: {
        ...describeRoute(
          described(
            'draftSurveyVersion',
            'The next version of a survey, as a draft',
            [404, 409, 422],
          ),
          { 201: SurveyVersion },
        ),
        params: SurveyPath,
        body: SurveyDraft,
      },
    },
    async (request, reply) => {
      const survey = { survey: request.params.id, actor: actorOf(request) };
      const drafted = orRefuse(await draftVersion(central, survey, contentOf(request.body)));
      return reply.code(201).send(versionOf(drafted));
    },
  );

  app.get(
    '/v1/surveys/:id/versions/:version',
    {
      onRequest: canRead,
      schema: {
        ...describeRoute(described('getSurveyVersion', 'A version with its questions', [404]), {
          200: SurveyVersion,
        }),
        params: VersionPath,
      },
    },
    async ({ params: { id, version } }) => {
      const row = await findSurveyVersion(central.db, id, version);
      if (row === null) throw new ProblemError(404, versionNotFound({ survey: id, version }));
      return versionOf(row);
    },
  );

  app.put(
    '/v1/surveys/:id/versions/:version',
    {
      onRequest: canWrite,
      schema: {
        ...describeRoute(
          described(
            'changeSurveyDraft',
            'Change a draft; what was live is locked',
            [404, 409, 422],
          ),
          { 200: SurveyVersion },
        ),
        params: VersionPath,
        body: SurveyDraft,
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const edit = { survey: id, version, actor: actorOf(request) };
      return versionOf(orRefuse(await changeDraft(central, edit, contentOf(request.body))));
    },
  );

  app.post(
    '/v1/surveys/:id/versions/:version/live',
    {
      onRequest: canWrite,
      schema: {
        ...describeRoute(
          described(
            'setSurveyLive',
            'Ask a draft from now on, in place of the version before',
            [404, 409],
          ),
          { 200: SurveyVersion },
        ),
        params: VersionPath,
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const edit = { survey: id, version, actor: actorOf(request) };
      return versionOf(orRefuse(await goLive(central, edit)));
    },
  );

  app.post(
    '/v1/surveys/:id/versions/:version/retired',
    {
      onRequest: canWrite,
      schema: {
        ...describeRoute(described('retireSurvey', 'Ask a live version no more', [404, 409]), {
          200: SurveyVersion,
        }),
        params: VersionPath,
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const edit = { survey: id, version, actor: actorOf(request) };
      return versionOf(orRefuse(await retire(central, edit)));
    },
  );
}

function orRefuse<T>(result: Result<T, Fault<SurveyErrorCode>>): T {
  if (result.ok) return result.value;
  throw new ProblemError(statusOf[result.error.code], result.error);
}

function contentOf({ definition, stores, asking }: SurveyDraftBody): DraftContent {
  return { definition, stores: stores ?? null, asking: asking ?? askEverybody };
}

const isId = Compile(Id);

function surveyPlace(cursor: string): string {
  const [id] = decodeCursor(cursor, ([first]) => (isId.Check(first) ? [first] : null));
  return id;
}

function summaryOf(row: SurveyVersionHead): SurveyVersionSummary {
  return {
    version: row.version,
    state: row.state,
    stores: row.stores,
    // It was checked when it was stored.
    asking: row.asking as Asking,
    draftedAt: row.drafted_at.toISOString(),
    liveAt: row.live_at?.toISOString() ?? null,
    retiredAt: row.retired_at?.toISOString() ?? null,
  };
}

function versionOf(row: SurveyVersionRow) {
  // It was an object when it was stored.
  return { id: row.survey, ...summaryOf(row), definition: row.definition as object };
}
