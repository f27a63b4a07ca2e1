import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { createTurns } from '../lib/latest.ts';
import en from './en.json' with { type: 'json' };
import { directionOf, loadLanguage } from './languages.ts';

const turns = createTurns();

/** A number within a sentence is written as its language writes numbers; any other value stays as it is. */
const numbersWritten: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, language) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value,
};

/** Starts the texts in English, which is always there, before the first screen. */
export async function startTexts(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(numbersWritten)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
}

/** Speaks another language from now on, in the direction in which it is written; the last call wins. */
export async function speak(language: string): Promise<void> {
  const isLast = turns.begin();
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loadLanguage(language));
  }
  if (!isLast()) return;
  await i18next.changeLanguage(language);
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = directionOf(language);
}
