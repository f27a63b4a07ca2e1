import { Hand } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { Action } from '../../components/Action.tsx';
import { HomeButton } from '../../components/HomeButton.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { Screen } from '../../components/Screen.tsx';
import { languages, nameOf } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { glowOf, tileGlow } from '../../lib/glow.ts';
import { loadHome, useCatalog } from '../../stores/catalog.ts';
import { chooseLanguage } from '../../stores/comfort.ts';
import { go } from '../../stores/navigation.ts';

/** One product is looked at for so long. */
const slideMs = 6_000;

/** Invites whoever comes by: what can be made here, one after the other, and every language. UIX-50 */
export function WelcomeScreen() {
  const { t, text } = useWords();
  const home = useCatalog((state) => state.home);
  useEffect(() => {
    void loadHome();
  }, []);
  const card = useSlide([...(home?.custom ?? []), ...(home?.featured ?? [])]);
  const begin = () => go({ screen: 'home' });
  return (
    <Screen className="landscape:grid landscape:grid-cols-2">
      {/* The whole picture invites; who cannot see or touch it has the button below. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className="relative flex min-h-0 flex-1 cursor-pointer flex-col"
        onClick={() => afterPaint(begin)}
      >
        {card !== null && (
          <figure key={card.product.sku} className="enter flex min-h-0 flex-1 flex-col">
            <div
              className="tinted flex min-h-0 flex-1 flex-col items-center justify-end gap-8 px-gutter pt-28 pb-8"
              style={glowOf(lookOf(card.product).color, tileGlow)}
            >
              <ProductArt
                look={lookOf(card.product)}
                className="min-h-0 w-full flex-1 max-h-[46rem]"
              />
              <figcaption className="text-center text-lg">{text(card.product.name)}</figcaption>
            </div>
          </figure>
        )}
        <div className="absolute start-gutter top-8">
          <HomeButton />
        </div>
      </div>
      <div className="flex flex-col justify-center gap-10 px-gutter pt-12 pb-16 reach:portrait:gap-6 reach:portrait:pt-6 reach:portrait:pb-6 landscape:pe-24">
        <h1 tabIndex={-1} className="text-5xl leading-[1.02] tracking-tight portrait:text-center">
          {t('welcome.title')}
        </h1>
        <p className="text-lg text-soft portrait:text-center">{t('welcome.text')}</p>
        <Action variant="primary" size="large" onPress={begin} className="welcome-begin">
          <Hand aria-hidden size="1.3em" />
          {t('welcome.begin')}
        </Action>
        <nav aria-label={t('comfort.language')}>
          <ul className="flex flex-wrap gap-3 portrait:justify-center">
            {languages.map((language) => (
              <li key={language}>
                <Action
                  lang={language}
                  onPress={() => {
                    void chooseLanguage(language);
                    begin();
                  }}
                >
                  {nameOf(language)}
                </Action>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-sm text-soft portrait:text-center">{t('oneSwitch.hold')}</p>
      </div>
    </Screen>
  );
}

/** One of the products after the other, for as long as the screen is there. */
function useSlide(cards: readonly ProductCard[]): ProductCard | null {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), slideMs);
    return () => clearInterval(timer);
  }, []);
  return cards[turn % Math.max(cards.length, 1)] ?? null;
}
