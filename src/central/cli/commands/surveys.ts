import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { NewSurvey } from '#shared/contract/api/surveys.ts';
import { askEverybody } from '#shared/domain/survey/asking.ts';
import { canonicalJson, type Json } from '#shared/lib/canonical-json.ts';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import type { Central } from '../../central.ts';
import { changeDraft, createSurvey, draftVersion, goLive } from '../../core/surveys/edit-survey.ts';
import {
  type DraftContent,
  findSurveyVersion,
  surveysPage,
  versionsOfSurvey,
} from '../../storage/surveys.ts';
import { expectValue } from '../expect-value.ts';
import { BadInput, line } from '../output.ts';
import { withCentral } from '../with-central.ts';

const actor = 'cli';
const SurveyFile = Type.Array(NewSurvey, { minItems: 1, maxItems: 100 });

/** What shoppers are asked. docs/specs/surveys.md */
export function surveyCommands(program: Command): void {
  const surveys = program.command('surveys').description('what shoppers are asked');
  surveys
    .command('list', { isDefault: true })
    .description('surveys and their versions, the newest first')
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: boolean }) => list(json === true));
  surveys
    .command('live <file>')
    .description('have the surveys of a JSON file asked: [{"id","definition","stores","asking"}]')
    .option(
      '--over-drafts',
      'also where somebody drafts the next version: the draft is overwritten',
    )
    .action((file: string, { overDrafts = false }: { readonly overDrafts?: boolean }) =>
      withCentral(async (central) => {
        const wanted = readSurveyFile(file);
        if (!overDrafts) for (const survey of wanted) await expectNoOtherDraft(central, survey);
        for (const survey of wanted) await setLive(central, survey);
      }),
    );
}

function list(json: boolean): Promise<void> {
  return withCentral(async ({ db }) => {
    for (const head of await surveysPage(db, { after: '', limit: 1_000 })) {
      if (json) line(JSON.stringify(head));
      else {
        const where = head.stores === null ? 'all stores' : head.stores.join(', ');
        line(`${head.survey}  version ${head.version}  ${head.state}  ${where}`);
      }
    }
  });
}

function readSurveyFile(file: string): Static<typeof SurveyFile> {
  let surveys: unknown;
  try {
    surveys = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BadInput(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (Check(SurveyFile, surveys)) return surveys;
  const { field, reason } = explainInvalid(SurveyFile, surveys);
  throw new BadInput(`${file}: ${field}: ${reason}`);
}

/** Somebody's unfinished work is not lost to a file. */
async function expectNoOtherDraft(
  central: Central,
  wanted: Static<typeof NewSurvey>,
): Promise<void> {
  const survey = wanted.id;
  const [newest] = await versionsOfSurvey(central.db, survey);
  if (newest?.state !== 'draft') return;
  if (await isSame(central, survey, newest.version, contentOf(wanted))) return;
  throw new BadInput(
    `${survey}: version ${newest.version} is being drafted with other content; nothing was changed. --over-drafts overwrites it.`,
  );
}

function contentOf({ definition, stores, asking }: Static<typeof NewSurvey>): DraftContent {
  return { definition, stores: stores ?? null, asking: asking ?? askEverybody };
}

/** As its next version; what is live as it stands in the file stays. */
async function setLive(central: Central, wanted: Static<typeof NewSurvey>): Promise<void> {
  const survey = wanted.id;
  const content = contentOf(wanted);
  const [newest] = await versionsOfSurvey(central.db, survey);
  const place = { survey, actor };
  let version = newest?.version ?? 1;
  if (newest === undefined) expectValue(await createSurvey(central, place, content));
  else if (newest.state === 'draft') {
    expectValue(await changeDraft(central, { ...place, version }, content));
  } else if (newest.state === 'live' && (await isSame(central, survey, version, content))) {
    line(`${survey}: version ${version} is asked already`);
    return;
  } else {
    version = expectValue(await draftVersion(central, place, content)).version;
  }
  expectValue(await goLive(central, { ...place, version }));
  line(`${survey}: version ${version} is asked now`);
}

async function isSame(
  { db }: Central,
  survey: string,
  version: number,
  content: DraftContent,
): Promise<boolean> {
  const row = await findSurveyVersion(db, survey, version);
  const before = { definition: row?.definition, stores: row?.stores ?? null, asking: row?.asking };
  // All of it came as JSON.
  return canonicalJson(before as Json) === canonicalJson({ ...content } as unknown as Json);
}
