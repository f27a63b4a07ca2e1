import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Action } from './Action.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Logo } from './Logo.tsx';

interface CrashProps {
  readonly children: ReactNode;
}

interface CrashState {
  readonly crashed: boolean;
}

/** The last net: a broken screen becomes a calm one with a way on. */
export class Crash extends Component<CrashProps, CrashState> {
  override state: CrashState = { crashed: false };

  static getDerivedStateFromError(): CrashState {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashScreen /> : this.props.children;
  }
}

function CrashScreen() {
  const { t } = useTranslation();
  return (
    <main className="flex h-full flex-col">
      <EmptyState
        level={1}
        drawing={<Logo className="h-32 w-32" />}
        title={t('fault.title')}
        text={t('errors.internal.failure')}
      >
        <Action
          variant="primary"
          size="large"
          onPress={() => {
            window.location.hash = '#/';
            window.location.reload();
          }}
        >
          {t('common.startOver')}
        </Action>
      </EmptyState>
    </main>
  );
}
