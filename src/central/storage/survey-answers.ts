import type { Selectable } from 'kysely';
import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
import type { Db, Tables } from './schema.ts';

export type SurveyAnswersRow = Selectable<Tables['survey_answers']>;

/** Answers as they are kept; the id is that of their event. */
export interface KeptAnswers {
  readonly store: string;
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  readonly orderId: string | null;
  readonly journeyId: string;
  readonly answeredAt: Date;
  readonly receivedAt: Date;
  readonly answers: Readonly<Record<string, SurveyAnswer>>;
  readonly unfit: readonly string[];
}

export async function insertAnswers(db: Db, all: readonly KeptAnswers[]): Promise<void> {
  if (all.length === 0) return;
  await db
    .insertInto('survey_answers')
    .values(
      all.map((kept) => ({
        store: kept.store,
        id: kept.id,
        survey: kept.survey,
        version: kept.version,
        order_id: kept.orderId,
        journey_id: kept.journeyId,
        answered_at: kept.answeredAt,
        received_at: kept.receivedAt,
        answers: JSON.stringify(kept.answers),
        unfit: [...kept.unfit],
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Answers to a survey after a number, in their order. */
export function answersPage(
  db: Db,
  query: {
    readonly survey: string;
    readonly version?: number;
    readonly store?: string;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly SurveyAnswersRow[]> {
  const { survey, version, store, after, limit } = query;
  let rows = db
    .selectFrom('survey_answers')
    .selectAll()
    .where('survey', '=', survey)
    .where('seq', '>', after);
  if (version !== undefined) rows = rows.where('version', '=', version);
  if (store !== undefined) rows = rows.where('store', '=', store);
  return rows.orderBy('seq').limit(limit).execute();
}
