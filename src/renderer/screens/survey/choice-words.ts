import type { TFunction } from 'i18next';
import type { ShownChoice } from '../../lib/survey/survey-run.ts';

/** What a choice is called: by the survey, or by us where it leaves that to us. */
export function choiceWords(t: TFunction, { value, label }: ShownChoice): string {
  if (label !== null) return label;
  if (value === true) return t('survey.yes');
  return value === false ? t('survey.no') : t('survey.none');
}
