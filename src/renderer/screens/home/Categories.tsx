import { useState } from 'react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Action } from '../../components/Action.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { go } from '../../stores/navigation.ts';

type Category = RequestOutput<'catalog.home'>['categories'][number];

/** As many as stand on the home screen without pushing anything off it. */
const most = 12;

/** Every category, most products first; those that do not fit wait behind one more button. */
export function Categories({ categories }: { readonly categories: readonly Category[] }) {
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const fits = categories.length <= most;
  return (
    <nav aria-label={t('home.categories')}>
      <ul className="flex flex-wrap gap-3">
        {(fits ? categories : categories.slice(0, most - 1)).map((category) => (
          <CategoryItem key={category.value} category={category} />
        ))}
        {!fits && (
          <li>
            <Action onPress={() => setShowsAll(true)}>{t('home.moreCategories')}</Action>
          </li>
        )}
        <li>
          <Action onPress={() => go({ screen: 'search', text: '' })}>{t('home.everything')}</Action>
        </li>
      </ul>
      <Sheet title={t('home.categories')} isOpen={showsAll} onClose={() => setShowsAll(false)}>
        <ul className="flex flex-wrap gap-3">
          {categories.map((category) => (
            <CategoryItem key={category.value} category={category} />
          ))}
        </ul>
      </Sheet>
    </nav>
  );
}

function CategoryItem({ category: { value, count } }: { readonly category: Category }) {
  const words = useWords();
  return (
    <li className="max-w-full">
      <Action onPress={() => go({ screen: 'search', text: '', category: value })}>
        <span className="truncate">{words.category(value)}</span>
        <span className="tabular font-normal text-sm text-soft">{words.number(count)}</span>
      </Action>
    </li>
  );
}
