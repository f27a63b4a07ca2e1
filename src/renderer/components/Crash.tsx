import { Component, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckout } from '../stores/checkout.ts';
import { go } from '../stores/navigation.ts';
import { endSession } from '../stores/session.ts';
import { Action } from './Action.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Logo } from './Logo.tsx';
import { StartOverDialog } from './StartOver.tsx';

interface CrashProps {
  readonly children: ReactNode;
}

interface CrashState {
  readonly crashed: boolean;
}

/** The last net: a broken screen becomes a calm one with a way on. What the shopper has stays. */
export class Crash extends Component<CrashProps, CrashState> {
  override state: CrashState = { crashed: false };

  static getDerivedStateFromError(): CrashState {
    return { crashed: true };
  }

  private readonly goHome = (): void => {
    go({ screen: 'home' });
    this.setState({ crashed: false });
  };

  override render(): ReactNode {
    return this.state.crashed ? <CrashScreen onGoHome={this.goHome} /> : this.props.children;
  }
}

function CrashScreen({ onGoHome }: { readonly onGoHome: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const paying = useCheckout((state) => state.busy);
  return (
    <main className="flex h-full flex-col">
      <EmptyState
        level={1}
        drawing={<Logo className="h-32 w-32" />}
        title={t('fault.title')}
        text={t('errors.internal.failure')}
      >
        <Action size="large" isDisabled={paying} onPress={() => setAsking(true)}>
          {t('common.startOver')}
        </Action>
        <Action variant="primary" size="large" onPress={onGoHome}>
          {t('fault.lookAround')}
        </Action>
      </EmptyState>
      <StartOverDialog
        isOpen={asking}
        onStay={() => setAsking(false)}
        onLeave={() => void endSession().finally(() => window.location.reload())}
      />
    </main>
  );
}
