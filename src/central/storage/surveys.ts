import { type Selectable, sql } from 'kysely';
import type { Asking } from '#shared/domain/survey/asking.ts';
import type { Db, Tables } from './schema.ts';

export type SurveyVersionRow = Selectable<Tables['survey_versions']>;

/** A version without its questions. */
export type SurveyVersionHead = Omit<SurveyVersionRow, 'definition'>;

const headColumns = [
  'survey',
  'version',
  'state',
  'stores',
  'asking',
  'drafted_at',
  'live_at',
  'retired_at',
] as const;

/** What a draft is made of. */
export interface DraftContent {
  readonly definition: object;
  /** `null`: every store. */
  readonly stores: readonly string[] | null;
  readonly asking: Asking;
}

/** False when there is a survey of this id already. */
export async function insertSurvey(db: Db, id: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('surveys')
    .values({ id, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Keeps others from changing the survey until the transaction ends; false when there is none. */
export async function holdSurvey(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('surveys')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDraft(
  db: Db,
  place: { readonly survey: string; readonly version: number },
  { definition, stores, asking }: DraftContent,
  at: Date,
): Promise<void> {
  await db
    .insertInto('survey_versions')
    .values({
      ...place,
      state: 'draft',
      definition: JSON.stringify(definition),
      stores: stores === null ? null : [...stores],
      asking: JSON.stringify(asking),
      drafted_at: at,
      live_at: null,
      retired_at: null,
    })
    .execute();
}

/** Only ever of a draft: its state is checked by the caller, who holds the survey. */
export async function replaceDraft(
  db: Db,
  { survey, version }: { readonly survey: string; readonly version: number },
  { definition, stores, asking }: DraftContent,
  at: Date,
): Promise<void> {
  await db
    .updateTable('survey_versions')
    .set({
      definition: JSON.stringify(definition),
      stores: stores === null ? null : [...stores],
      asking: JSON.stringify(asking),
      drafted_at: at,
    })
    .where('survey', '=', survey)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute();
}

/** Ends the version that is live, if any. */
export async function retireLive(db: Db, survey: string, at: Date): Promise<void> {
  await db
    .updateTable('survey_versions')
    .set({ state: 'retired', retired_at: at })
    .where('survey', '=', survey)
    .where('state', '=', 'live')
    .execute();
}

export async function setLive(
  db: Db,
  { survey, version }: { readonly survey: string; readonly version: number },
  at: Date,
): Promise<void> {
  await db
    .updateTable('survey_versions')
    .set({ state: 'live', live_at: at })
    .where('survey', '=', survey)
    .where('version', '=', version)
    .execute();
}

/** Of one survey, the newest first. */
export function versionsOfSurvey(db: Db, survey: string): Promise<readonly SurveyVersionHead[]> {
  return db
    .selectFrom('survey_versions')
    .select(headColumns)
    .where('survey', '=', survey)
    .orderBy('version', 'desc')
    .execute();
}

export async function findSurveyVersion(
  db: Db,
  survey: string,
  version: number,
): Promise<SurveyVersionRow | null> {
  const row = await db
    .selectFrom('survey_versions')
    .selectAll()
    .where('survey', '=', survey)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ?? null;
}

/** The versions of the surveys after `after`, by id, each survey's newest first. */
export async function surveysPage(
  db: Db,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly SurveyVersionHead[]> {
  return db
    .selectFrom('survey_versions')
    .select(headColumns)
    .where('survey', 'in', (surveys) =>
      surveys.selectFrom('surveys').select('id').where('id', '>', after).orderBy('id').limit(limit),
    )
    .orderBy('survey')
    .orderBy('version', 'desc')
    .execute();
}

/** What is asked in a store now, by id. */
export function liveSurveys(
  db: Db,
  store: string,
): Promise<readonly Pick<SurveyVersionRow, 'survey' | 'version' | 'asking' | 'definition'>[]> {
  return db
    .selectFrom('survey_versions')
    .select(['survey', 'version', 'asking', 'definition'])
    .where('state', '=', 'live')
    .where((where) => where.or([where('stores', 'is', null), sql<boolean>`${store} = ANY(stores)`]))
    .orderBy('survey')
    .execute();
}
