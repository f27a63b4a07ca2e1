import { QrCode, SwatchBook } from 'lucide-react';
import { useEffect } from 'react';
import { Action } from '../../components/Action.tsx';
import { FaultScreen } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { askForCard } from '../../stores/cards.ts';
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
    <Screen className="gap-10 portrait:gap-8 px-gutter pb-10 landscape:grid landscape:grid-cols-[minmax(24rem,5fr)_minmax(0,11fr)] landscape:gap-14 eased:landscape:items-start larger:landscape:grid-cols-[minmax(0,9fr)_minmax(0,11fr)]">
      <div className="flex flex-col gap-8 landscape:justify-between landscape:pt-8 landscape:pb-4">
        <div className="flex flex-col gap-8 portrait:gap-6">
          <h1
            tabIndex={-1}
            className="text-[3.4rem] leading-[1.02] tracking-tight landscape:text-[4rem] landscape:@max-[76em]/screen:text-[3.2rem] [:root:not(:lang(en)):not(:lang(ja))_&]:landscape:text-[2.9rem] [:root:lang(ja)_&]:landscape:text-[2.5rem]"
          >
            {t('home.greeting')}
          </h1>
          <p className="text-lg text-soft">{t('home.invitation')}</p>
          <div className="flex flex-col gap-4">
            <SearchBox value="" onSubmit={(text) => go({ screen: 'search', text: text.trim() })} />
            <div className="grid gap-4 portrait:grid-cols-3 landscape:grid-cols-2 landscape:*:first:col-span-2 larger:portrait:grid-cols-2 larger:landscape:grid-cols-1 larger:landscape:*:first:col-span-1">
              <ScanEntry />
              <Action
                size="large"
                onPress={() => go({ screen: 'shades' })}
                className="justify-start! text-start! gap-[0.9rem]! px-6! text-base!"
              >
                <SwatchBook aria-hidden size="1.4em" strokeWidth={1.75} />
                {t('home.shades')}
              </Action>
              <Action
                size="large"
                onPress={askForCard}
                className="justify-start! text-start! gap-[0.9rem]! px-6! text-base! larger:portrait:col-span-2"
              >
                <QrCode aria-hidden size="1.4em" strokeWidth={1.75} />
                {t('card.have')}
              </Action>
            </div>
          </div>
        </div>
        <Categories categories={home.categories} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-8 eased:flex-none landscape:gap-6">
        {home.custom.length > 0 && (
          <section
            aria-labelledby="custom-title"
            className="flex min-h-0 flex-1 flex-col gap-5 eased:flex-none"
          >
            <h2 id="custom-title" className="text-2xl">
              {t('home.custom')}
            </h2>
            <ul className="grid min-h-0 flex-1 auto-rows-fr grid-cols-3 gap-5 eased:flex-none eased:auto-rows-[minmax(17rem,auto)] larger:auto-rows-[minmax(24rem,auto)] larger:grid-cols-2">
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
