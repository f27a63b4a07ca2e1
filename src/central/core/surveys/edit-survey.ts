import { readSurvey } from '#shared/domain/survey/read-survey.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import type { Db } from '../../storage/schema.ts';
import {
  type DraftContent,
  findSurveyVersion,
  holdSurvey,
  insertDraft,
  insertSurvey,
  replaceDraft,
  retireLive,
  type SurveyVersionRow,
  setLive,
  versionsOfSurvey,
} from '../../storage/surveys.ts';
import { logicProblem } from './check-logic.ts';

type Ports = Pick<Central, 'database' | 'now'>;
type NotUnderstood = Fault<'survey.not_understood'>;
type NotFound = Fault<'survey.not_found'>;
type NotDraft = Fault<'survey.not_draft'>;

/** A version of a survey, and who changes it. */
interface VersionEdit {
  readonly survey: string;
  readonly version: number;
  readonly actor: string;
}

/** A new survey with its first draft. API-50, API-51 */
export function createSurvey(
  ports: Ports,
  { survey, actor }: Pick<VersionEdit, 'survey' | 'actor'>,
  content: DraftContent,
): Promise<Result<SurveyVersionRow, NotUnderstood | Fault<'survey.exists'>>> {
  return edit(ports, async (db, at) => {
    const problem = contentProblem(content);
    if (problem !== null) return err(problem);
    if (!(await insertSurvey(db, survey, at))) {
      return err(fault('survey.exists', `There is a survey ${survey} already`));
    }
    const place = { survey, version: 1 };
    await insertDraft(db, place, content, at);
    await note(db, 'survey.drafted', { ...place, actor }, at);
    return ok(await changed(db, place));
  });
}

/** The next version of a survey, as a draft; a survey has one at a time. API-52 */
export function draftVersion(
  ports: Ports,
  { survey, actor }: Pick<VersionEdit, 'survey' | 'actor'>,
  content: DraftContent,
): Promise<Result<SurveyVersionRow, NotUnderstood | NotFound | Fault<'survey.has_draft'>>> {
  return edit(ports, async (db, at) => {
    const problem = contentProblem(content);
    if (problem !== null) return err(problem);
    if (!(await holdSurvey(db, survey))) return err(surveyNotFound(survey));
    const [newest] = await versionsOfSurvey(db, survey);
    if (newest?.state === 'draft') {
      const message = `Version ${newest.version} of ${survey} is a draft already`;
      return err(fault('survey.has_draft', message, { version: newest.version }));
    }
    const place = { survey, version: (newest?.version ?? 0) + 1 };
    await insertDraft(db, place, content, at);
    await note(db, 'survey.drafted', { ...place, actor }, at);
    return ok(await changed(db, place));
  });
}

/** Changes a draft; what was live once stays as it was. API-53 */
export function changeDraft(
  ports: Ports,
  request: VersionEdit,
  content: DraftContent,
): Promise<Result<SurveyVersionRow, NotUnderstood | NotFound | NotDraft>> {
  return edit(ports, async (db, at) => {
    const problem = contentProblem(content);
    if (problem !== null) return err(problem);
    const draft = await heldVersion(db, request);
    if (draft === null) return err(versionNotFound(request));
    if (draft.state !== 'draft') return err(notDraft(draft));
    await replaceDraft(db, request, content, at);
    await note(db, 'survey.changed', request, at);
    return ok(await changed(db, request));
  });
}

/** Asks a draft from now on; the version that was live before is retired. Again changes nothing. API-54 */
export function goLive(
  ports: Ports,
  request: VersionEdit,
): Promise<Result<SurveyVersionRow, NotFound | NotDraft>> {
  return edit(ports, async (db, at) => {
    const draft = await heldVersion(db, request);
    if (draft === null) return err(versionNotFound(request));
    if (draft.state === 'live') return ok(draft);
    if (draft.state !== 'draft') return err(notDraft(draft));
    await retireLive(db, request.survey, at);
    await setLive(db, request, at);
    await note(db, 'survey.live', request, at);
    return ok(await changed(db, request));
  });
}

/** Asks a version no more. Again changes nothing; a draft was never asked. API-55 */
export function retire(
  ports: Ports,
  request: VersionEdit,
): Promise<Result<SurveyVersionRow, NotFound | Fault<'survey.not_draft'>>> {
  return edit(ports, async (db, at) => {
    const version = await heldVersion(db, request);
    if (version === null) return err(versionNotFound(request));
    if (version.state === 'retired') return ok(version);
    if (version.state === 'draft') {
      const message = `Version ${version.version} of ${version.survey} is a draft: it was never live`;
      return err(fault('survey.not_draft', message));
    }
    await retireLive(db, request.survey, at);
    await note(db, 'survey.retired', request, at);
    return ok(await changed(db, request));
  });
}

function edit<T>({ database, now }: Ports, change: (db: Db, at: Date) => Promise<T>): Promise<T> {
  return database.db.transaction().execute((db) => change(db, new Date(now())));
}

function contentProblem({ definition }: DraftContent): NotUnderstood | null {
  // An object is what its members are.
  const read = readSurvey(definition as Readonly<Record<string, unknown>>);
  const problem = read.ok ? logicProblem(definition, read.value) : read.error;
  return problem === null ? null : fault('survey.not_understood', `The survey ${problem}`);
}

async function heldVersion(
  db: Db,
  { survey, version }: VersionEdit,
): Promise<SurveyVersionRow | null> {
  return (await holdSurvey(db, survey)) ? findSurveyVersion(db, survey, version) : null;
}

async function changed(
  db: Db,
  { survey, version }: Pick<VersionEdit, 'survey' | 'version'>,
): Promise<SurveyVersionRow> {
  const row = await findSurveyVersion(db, survey, version);
  if (row === null) throw new Error(`Version ${version} of ${survey} was just written`);
  return row;
}

function note(
  db: Db,
  action: string,
  { survey, version, actor }: VersionEdit,
  at: Date,
): Promise<void> {
  return audit(db, { actor, action, details: { survey, version } }, at);
}

export function surveyNotFound(survey: string): NotFound {
  return fault('survey.not_found', `There is no survey ${survey}`);
}

export function versionNotFound({
  survey,
  version,
}: Pick<VersionEdit, 'survey' | 'version'>): NotFound {
  return fault('survey.not_found', `There is no version ${version} of a survey ${survey}`);
}

function notDraft({ survey, version, state }: SurveyVersionRow): NotDraft {
  return fault(
    'survey.not_draft',
    `Version ${version} of ${survey} is ${state}: it stays as it is`,
  );
}
