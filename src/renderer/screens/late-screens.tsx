import { type ComponentType, lazy, Suspense } from 'react';
import { WaitingScreen } from '../components/Waiting.tsx';
import { useWords } from '../i18n/use-words.ts';

// No shopper comes to these: a kiosk starts without them.
const LateDevices = lazy(async () => {
  const { DevicesScreen } = await import('./devices/DevicesScreen.tsx');
  return { default: DevicesScreen };
});
const LateBench = lazy(async () => {
  const { BenchScreen } = await import('./bench/BenchScreen.tsx');
  return { default: BenchScreen };
});
const LatePanel = lazy(async () => {
  const { BenchPanel } = await import('./bench/BenchScreen.tsx');
  return { default: BenchPanel };
});

export function DevicesScreen() {
  return <Late screen={LateDevices} />;
}

export function BenchScreen() {
  return <Late screen={LateBench} />;
}

/** Beside the shop, which does not wait for it. */
export function BenchPanel() {
  return (
    <Suspense>
      <LatePanel />
    </Suspense>
  );
}

function Late({ screen: Screen }: { readonly screen: ComponentType }) {
  const { t } = useWords();
  return (
    <Suspense fallback={<WaitingScreen label={t('common.loading')} />}>
      <Screen />
    </Suspense>
  );
}
