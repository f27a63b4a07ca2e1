import ar from './texts/ar.json' with { type: 'json' };
import de from './texts/de.json' with { type: 'json' };
import es from './texts/es.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import ja from './texts/ja.json' with { type: 'json' };

/** By BCP 47 tag, then by the English text; `en` in build.ts puts them to it. */
export const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar,
  de,
  es,
  fr,
  ja,
};
