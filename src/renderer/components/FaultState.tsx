import { useTranslation } from 'react-i18next';
import { type ErrorCode, errorCodes } from '#shared/lib/errors.ts';
import { useKioskInfo } from '../stores/kiosk-info.ts';
import { back, go, useNavigation } from '../stores/navigation.ts';
import { Action } from './Action.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Logo } from './Logo.tsx';
import { Screen } from './Screen.tsx';

interface FaultStateProps {
  readonly code: ErrorCode;
  readonly onRetry?: () => void;
}

/** What happened, and the ways on. None of them gives up what the shopper has. */
export function FaultState({ code, onRetry }: FaultStateProps) {
  const { t } = useTranslation();
  const started = useKioskInfo((state) => state.info !== null);
  const atHome = useNavigation((state) => state.route.screen === 'home');
  const cameFrom = useNavigation((state) => state.trail.length > 0);
  const canLeave = started && !atHome;
  // Where there is no other way on, trying again is one, whatever happened.
  const canRetry = onRetry !== undefined && (errorCodes[code].retryable || !canLeave);
  return (
    <EmptyState
      level={1}
      drawing={<Logo className="h-32 w-32" />}
      title={t('fault.title')}
      text={t(errorCodes[code].messageKey)}
    >
      {canRetry && (
        <Action variant={canLeave ? 'secondary' : 'primary'} size="large" onPress={onRetry}>
          {t('fault.retry')}
        </Action>
      )}
      {canLeave && (
        <Action
          variant="primary"
          size="large"
          onPress={() => (cameFrom ? back() : go({ screen: 'home' }))}
        >
          {t(cameFrom ? 'common.back' : 'fault.lookAround')}
        </Action>
      )}
    </EmptyState>
  );
}

/** A screen that could not be filled. */
export function FaultScreen(props: FaultStateProps) {
  return (
    <Screen subject={props.code}>
      <FaultState {...props} />
    </Screen>
  );
}
