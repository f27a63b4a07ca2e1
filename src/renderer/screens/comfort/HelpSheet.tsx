import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';

interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const topics = ['design', 'buy', 'comfort', 'privacy', 'person'] as const;

/** How it works, in a few sentences, and whom to ask. */
export function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  const { t } = useWords();
  return (
    <Sheet title={t('help.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="flex flex-col gap-6">
        {topics.map((topic) => (
          <div key={topic}>
            <dt className="font-semibold text-lg">{t(`help.${topic}.title`)}</dt>
            <dd className="text-soft">{t(`help.${topic}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
