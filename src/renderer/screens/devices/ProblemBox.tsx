import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useWords } from '../../i18n/use-words.ts';

/** `grave`: something does not work. `notice`: it wants a look. `calm`: it is good to know. */
type Weight = 'grave' | 'notice' | 'calm';

const faces: Readonly<Record<Weight, readonly [string, LucideIcon]>> = {
  grave: ['bg-danger-wash text-danger', CircleAlert],
  notice: ['bg-notice-wash text-notice', TriangleAlert],
  calm: ['bg-sunk text-ink', Info],
};

interface ProblemBoxProps {
  readonly weight: Weight;
  readonly sentences: readonly string[];
  /** What the system said, for IT. */
  readonly detail: string;
}

/** What is wrong and what to do about it; then what the system said, for IT. */
export function ProblemBox({ weight, sentences, detail }: ProblemBoxProps) {
  const { t } = useWords();
  const [color, Icon] = faces[weight];
  return (
    // Always there, so that what appears in it is read out.
    <div role="status" className={`rounded-md px-5 py-4 empty:hidden ${color}`}>
      {sentences.map((sentence) => (
        <p key={sentence} className="flex gap-3 font-medium not-first:pt-2">
          <Icon aria-hidden size="1.25em" className="mt-[0.08em] shrink-0" />
          {sentence}
        </p>
      ))}
      {detail !== '' && (
        <p className="pt-2 text-ink text-xs [overflow-wrap:anywhere]">
          {t('devices.forIt', { detail })}
        </p>
      )}
    </div>
  );
}
