import { Check } from 'lucide-react';
import { Action } from '../../components/Action.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { languages, nameOf } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { chooseLanguage } from '../../stores/comfort.ts';

interface LanguageSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Each language by its own name, so that who needs one can read it. */
export function LanguageSheet({ isOpen, onClose }: LanguageSheetProps) {
  const { t, language: spoken } = useWords();
  return (
    <Sheet title={t('comfort.language')} isOpen={isOpen} onClose={onClose}>
      <ul className="grid grid-cols-2 gap-4 landscape:grid-cols-3">
        {languages.map((language) => (
          <li key={language} className="grid">
            <Action
              size="large"
              lang={language}
              variant={language === spoken ? 'primary' : 'secondary'}
              aria-pressed={language === spoken}
              onPress={() => {
                void chooseLanguage(language);
                onClose();
              }}
            >
              {language === spoken && <Check aria-hidden size="1.1em" />}
              {nameOf(language)}
            </Action>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
