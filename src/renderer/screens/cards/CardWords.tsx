import type { FormulaCard } from '#shared/contract/ipc/card.ts';
import { useWords } from '../../i18n/use-words.ts';

interface CardWordsProps {
  readonly title: string;
  readonly choices: FormulaCard['choices'];
}

/** A design in words. */
export function CardWords({ title, choices }: CardWordsProps) {
  const { text } = useWords();
  if (choices.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      <dl className="flex flex-col gap-1">
        {choices.map(({ group, value }, at) => (
          // Two groups may have one name; the words of a design do not change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={at} className="flex flex-wrap gap-x-3">
            <dt className="text-soft">{text(group)}</dt>
            <dd className="font-medium">{text(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
