import { CircleQuestionMark, Globe, PersonStanding } from 'lucide-react';
import { useState } from 'react';
import { Action } from '../../components/Action.tsx';
import { nameOf } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ComfortSheet } from './ComfortSheet.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { LanguageSheet } from './LanguageSheet.tsx';

type Open = 'language' | 'comfort' | 'help';

/** Always there, within everybody's reach: language, comfort and help. UIX-52 */
export function ComfortBar() {
  const { t, language } = useWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <footer className="comfort-bar flex shrink-0 flex-wrap items-center gap-2 border-line border-t px-gutter py-2">
      <nav aria-label={t('comfort.bar')} className="-ms-4 flex flex-wrap gap-2">
        <Action
          variant="quiet"
          aria-label={t('comfort.speaks', { language: nameOf(language) })}
          onPress={() => setOpen('language')}
        >
          <Globe aria-hidden size="1.2em" strokeWidth={1.9} />
          {nameOf(language)}
        </Action>
        <Action variant="quiet" onPress={() => setOpen('comfort')}>
          <PersonStanding aria-hidden size="1.25em" strokeWidth={1.9} />
          {t('comfort.open')}
        </Action>
        <Action variant="quiet" onPress={() => setOpen('help')}>
          <CircleQuestionMark aria-hidden size="1.2em" strokeWidth={1.9} />
          {t('help.open')}
        </Action>
      </nav>
      <LanguageSheet isOpen={open === 'language'} onClose={close} />
      <ComfortSheet isOpen={open === 'comfort'} onClose={close} />
      <HelpSheet isOpen={open === 'help'} onClose={close} />
    </footer>
  );
}
