import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { AppBar } from './components/AppBar.tsx';
import { FaultState } from './components/FaultState.tsx';
import { IdleWarning } from './components/IdleWarning.tsx';
import { Keyboard } from './components/keyboard/Keyboard.tsx';
import { Notices } from './components/Notices.tsx';
import { ScanRing } from './components/ScanRing.tsx';
import { Waiting } from './components/Waiting.tsx';
import { useWords } from './i18n/use-words.ts';
import { FindCardSheet } from './screens/cards/FindCardSheet.tsx';
import { CartScreen } from './screens/cart/CartScreen.tsx';
import { Captions } from './screens/comfort/Captions.tsx';
import { ComfortBar } from './screens/comfort/ComfortBar.tsx';
import { CustomizerScreen } from './screens/customizer/CustomizerScreen.tsx';
import { HomeScreen } from './screens/home/HomeScreen.tsx';
import { BenchPanel, BenchScreen, DevicesScreen } from './screens/late-screens.tsx';
import { PaymentScreen } from './screens/payment/PaymentScreen.tsx';
import { ProductScreen } from './screens/product/ProductScreen.tsx';
import { SearchScreen } from './screens/search/SearchScreen.tsx';
import { ShadeFinderScreen } from './screens/shades/ShadeFinderScreen.tsx';
import { SurveyScreen } from './screens/survey/SurveyScreen.tsx';
import { ThanksScreen } from './screens/thanks/ThanksScreen.tsx';
import { WelcomeScreen } from './screens/welcome/WelcomeScreen.tsx';
import { useBench } from './stores/bench.ts';
import { loadKioskInfo, useKioskInfo } from './stores/kiosk-info.ts';
import { useNavigation } from './stores/navigation.ts';
import { dismissToast } from './stores/notices.ts';
import { useSessions } from './stores/session.ts';

export function App() {
  const { t, language } = useWords();
  const info = useKioskInfo((state) => state.info);
  const fault = useKioskInfo((state) => state.fault);
  const panelOpen = useBench((state) => state.panelOpen);
  const screen = useNavigation((state) => state.route.screen);
  const ended = useSessions((state) => state.ended);
  useEffect(() => {
    void loadKioskInfo();
  }, []);
  return (
    <I18nProvider locale={language}>
      <div className="app-frame flex">
        <div className="flex h-full min-w-0 flex-1 flex-col">
          {info === null ? (
            <Starting
              fault={
                fault !== null && <FaultState code={fault} onRetry={() => void loadKioskInfo()} />
              }
              label={t('common.loading')}
            />
          ) : (
            <>
              {screen !== 'welcome' && <AppBar />}
              <CurrentScreen />
              {/* Anew when a session ends: no sheet of it stays open. */}
              <ComfortBar key={ended} />
            </>
          )}
        </div>
        {info?.bench === true && panelOpen && screen !== 'bench' && <BenchPanel />}
      </div>
      <FindCardSheet />
      <Keyboard />
      <IdleWarning />
      <ScanRing />
      <Captions />
      <Notices />
    </I18nProvider>
  );
}

function Starting({ fault, label }: { readonly fault: React.ReactNode; readonly label: string }) {
  return <main className="flex flex-1 flex-col">{fault || <Waiting label={label} />}</main>;
}

function CurrentScreen() {
  const route = useNavigation((state) => state.route);
  // A short message belongs to the screen that it was said on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the screen changes
  useEffect(dismissToast, [route.screen]);
  switch (route.screen) {
    case 'welcome':
      return <WelcomeScreen />;
    case 'home':
      return <HomeScreen />;
    case 'search':
      return <SearchScreen route={route} />;
    case 'shades':
      return <ShadeFinderScreen />;
    case 'product':
      return <ProductScreen sku={route.sku} />;
    case 'customize':
      return <CustomizerScreen sku={route.sku} line={route.line ?? null} />;
    case 'cart':
      return <CartScreen />;
    case 'payment':
      return <PaymentScreen />;
    case 'thanks':
      return <ThanksScreen />;
    case 'survey':
      return <SurveyScreen />;
    case 'bench':
      return <BenchScreen />;
    case 'devices':
      return <DevicesScreen />;
  }
}
