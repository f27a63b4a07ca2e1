import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { go } from '../../stores/navigation.ts';

const shown = 8;

export function Categories({
  categories,
}: {
  readonly categories: RequestOutput<'catalog.home'>['categories'];
}) {
  const { t, number } = useWords();
  return (
    <nav aria-label={t('home.categories')}>
      <ul className="flex flex-wrap gap-3">
        {categories.slice(0, shown).map(({ value, count }) => (
          <li key={value}>
            <Action onPress={() => go({ screen: 'search', text: '', category: value })}>
              {value}
              <span className="tabular font-normal text-sm text-soft">{number(count)}</span>
            </Action>
          </li>
        ))}
        <li>
          <Action variant="quiet" onPress={() => go({ screen: 'search', text: '' })}>
            {t('home.everything')}
          </Action>
        </li>
      </ul>
    </nav>
  );
}
