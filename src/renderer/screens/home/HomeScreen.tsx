import { useEffect } from 'react';
import { FaultScreen } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { loadHome, useCatalog } from '../../stores/catalog.ts';
import { go } from '../../stores/navigation.ts';
import { Categories } from './Categories.tsx';
import { CustomTile } from './CustomTile.tsx';
import { ScanEntry } from './ScanEntry.tsx';
import { Shelf } from './Shelf.tsx';

/** What the store offers, at a glance and without scrolling. */
export function HomeScreen() {
  const { t } = useWords();
  const home = useCatalog((state) => state.home);
  const fault = useCatalog((state) => state.homeFault);
  useEffect(() => {
    void loadHome();
  }, []);
  if (home === null) {
    return fault === null ? (
      <WaitingScreen label={t('common.loading')} />
    ) : (
      <FaultScreen code={fault} onRetry={() => void loadHome()} />
    );
  }
  return (
    <Screen className="gap-10 px-gutter pb-10 landscape:grid landscape:grid-cols-[minmax(24rem,5fr)_minmax(0,11fr)] landscape:gap-14">
      <div className="flex flex-col gap-8 landscape:justify-between landscape:pt-8 landscape:pb-4">
        <div className="flex flex-col gap-8">
          <h1
            tabIndex={-1}
            className="text-5xl leading-[1.02] tracking-tight landscape:text-[4rem] landscape:@max-[80rem]/screen:text-[3.2rem]"
          >
            {t('home.greeting')}
          </h1>
          <p className="text-lg text-soft">{t('home.invitation')}</p>
          <div className="flex gap-4 landscape:flex-col">
            <SearchBox value="" onSubmit={(text) => go({ screen: 'search', text: text.trim() })} />
            <ScanEntry />
          </div>
        </div>
        <Categories categories={home.categories} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-8 landscape:gap-6">
        {home.custom.length > 0 && (
          <section aria-labelledby="custom-title" className="flex min-h-0 flex-1 flex-col gap-5">
            <h2 id="custom-title" className="text-2xl">
              {t('home.custom')}
            </h2>
            <ul className="grid min-h-0 flex-1 auto-rows-fr grid-cols-3 gap-5">
              {home.custom.slice(0, 6).map((card) => (
                <li key={card.product.sku} className="min-h-0">
                  <CustomTile card={card} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Shelf cards={home.featured} />
      </div>
    </Screen>
  );
}
