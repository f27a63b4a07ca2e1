import { useTranslation } from 'react-i18next';
import { type ErrorCode, errorCodes } from '#shared/lib/errors.ts';
import { startOver } from '../stores/session.ts';
import { Action } from './Action.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Logo } from './Logo.tsx';

/** A screen that could not be filled: what happened, and the ways on. */
export function FaultState({
  code,
  onRetry,
}: {
  readonly code: ErrorCode;
  readonly onRetry?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <EmptyState
      level={1}
      drawing={<Logo className="h-32 w-32" />}
      title={t('fault.title')}
      text={t(errorCodes[code].messageKey)}
    >
      {onRetry !== undefined && errorCodes[code].retryable && (
        <Action size="large" onPress={onRetry}>
          {t('fault.retry')}
        </Action>
      )}
      <Action variant="primary" size="large" onPress={() => void startOver()}>
        {t('common.startOver')}
      </Action>
    </EmptyState>
  );
}
