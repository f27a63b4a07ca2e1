import { useCallback, useDeferredValue, useEffect } from 'react';
import { Action } from '../../components/Action.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FaultScreen } from '../../components/FaultState.tsx';
import { LongList } from '../../components/LongList.tsx';
import { ProductTile } from '../../components/ProductTile.tsx';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { go, replace } from '../../stores/navigation.ts';
import type { Route } from '../../stores/route.ts';
import { hasMore, search, searchMore, useSearch } from '../../stores/search.ts';
import { Facets } from './Facets.tsx';

type SearchRoute = Extract<Route, { readonly screen: 'search' }>;

/** What was found, narrowed by brand and category. The address holds the whole search. */
export function SearchScreen({ route }: { readonly route: SearchRoute }) {
  const words = useWords();
  const { t, number } = words;
  const { output, busy, stuck, fault } = useSearch();
  const { text, brand, category } = route;
  // A letter is shown before the columns beside it follow.
  const facetRoute = useDeferredValue(route);
  const ask = useCallback(
    () =>
      void search({
        text,
        ...(brand === undefined ? {} : { brand }),
        ...(category === undefined ? {} : { category }),
      }),
    [text, brand, category],
  );
  useEffect(ask, [ask]);
  const more = useCallback(() => {
    if (!stuck) void searchMore();
  }, [stuck]);
  if (fault !== null) return <FaultScreen code={fault} onRetry={ask} />;
  if (output === null) return <WaitingScreen label={t('search.busy')} />;
  const narrowed = brand !== undefined || category !== undefined;
  const place =
    category === undefined ? (brand ?? t('search.everything')) : words.category(category);
  const heading = text.trim() === '' ? place : t('search.title');
  const nothing = output.hits.length === 0 && !narrowed;
  return (
    <Screen
      parts="always"
      className={
        nothing
          ? ''
          : 'landscape:grid landscape:grid-cols-[19rem_minmax(0,1fr)] larger:landscape:grid-cols-[27rem_minmax(0,1fr)] landscape:grid-rows-[auto_minmax(0,1fr)] landscape:gap-x-10'
      }
    >
      <div className="px-gutter pb-6 landscape:col-span-2">
        <SearchBox
          value={text}
          onChange={(next) => replace({ ...route, text: next })}
          onSubmit={(next) => replace({ ...route, text: next })}
          autoFocus={text === '' && !narrowed}
        />
      </div>
      {!nothing && <Facets route={facetRoute} output={output} />}
      <div
        className={`scroll-quiet relative min-h-0 flex-1 px-gutter pb-16 ${nothing ? 'flex flex-col' : 'landscape:ps-0'}`}
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 pb-6">
          <h1 tabIndex={-1} className="text-2xl">
            {heading}
          </h1>
          <p role="status" className="tabular text-soft">
            {t(output.more ? 'search.countMore' : 'search.count', {
              count: output.total,
              shown: number(output.total),
            })}
          </p>
        </div>
        {output.correctedTo !== undefined && (
          <p className="mb-6 rounded-md bg-notice-wash px-6 py-4 text-notice">
            {t('search.corrected', { corrected: output.correctedTo, typed: text.trim() })}
          </p>
        )}
        {output.hits.length === 0 ? (
          <NothingFound narrowed={narrowed} text={text} />
        ) : (
          <LongList
            items={output.hits}
            keyOf={(card) => card.product.sku}
            total={output.more ? null : output.total}
            isBusy={busy}
            onNearEnd={more}
            rowPx={380}
            className="grid grid-cols-3 gap-x-6 gap-y-8 larger:portrait:grid-cols-2 landscape:grid-cols-[repeat(auto-fill,minmax(max(13rem,9em),1fr))]"
          >
            {(card) => <ProductTile card={card} />}
          </LongList>
        )}
        {stuck && hasMore(output) && (
          <div className="flex justify-center pt-10">
            <Action size="large" isDisabled={busy} onPress={() => void searchMore()}>
              {t('search.moreResults')}
            </Action>
          </div>
        )}
      </div>
    </Screen>
  );
}

function NothingFound({ narrowed, text }: { readonly narrowed: boolean; readonly text: string }) {
  const { t } = useWords();
  return (
    <EmptyState
      drawing={
        <ProductArt
          look={{
            vessel: 'jar',
            color: '#e6d8c4',
            accent: '#17483b',
            finish: 'matte',
            cap: '#cdb394',
            brand: '?',
          }}
          className="h-64 reach:landscape:h-24"
        />
      }
      title={t('search.nothing')}
      text={t('search.nothingText')}
    >
      {narrowed && (
        <Action size="large" onPress={() => replace({ screen: 'search', text })}>
          {t('search.clearFilters')}
        </Action>
      )}
      <Action variant="primary" size="large" onPress={() => go({ screen: 'home' })}>
        {t('search.browse')}
      </Action>
    </EmptyState>
  );
}
