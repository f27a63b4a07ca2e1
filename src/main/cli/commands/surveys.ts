import type { SurveyCount } from '#main/core/ports/surveys.ts';
import { columns } from '../columns.ts';
import type { CliContext } from '../context.ts';

/** `surveys`: what shoppers are asked here, and how many answered, of the last 90 days. SUR-26 */
export function surveysCommand({ store, output, json }: CliContext): void {
  const counts = store.surveys.counts();
  if (json) output.line(JSON.stringify(counts));
  else if (counts.length === 0) output.line('Nobody is asked anything here');
  else for (const line of columns([head, ...counts.map(rowOf)])) output.line(line);
}

const head = ['survey', 'version', 'asked now', 'asked', 'answered', 'declined'];

function rowOf({ survey, version, isLive, asked, answered, declined }: SurveyCount) {
  return [survey, version, isLive ? 'yes' : 'no', asked, answered, declined].map(String);
}
