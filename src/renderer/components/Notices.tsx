import { useTranslation } from 'react-i18next';
import { errorCodes } from '#shared/lib/errors.ts';
import { dismissFault, dismissToast, useNotices } from '../stores/notices.ts';
import { Action } from './Action.tsx';
import { Sheet } from './Sheet.tsx';

/** Everything that speaks up over the screen: one calm dialog for faults, one short message. */
export function Notices() {
  return (
    <>
      <FaultDialog />
      <Toast />
    </>
  );
}

function FaultDialog() {
  const { t } = useTranslation();
  const fault = useNotices((state) => state.fault);
  const retryable = fault !== null && errorCodes[fault].retryable;
  return (
    <Sheet
      role="alertdialog"
      title={t('fault.title')}
      isOpen={fault !== null}
      onClose={dismissFault}
      footer={
        <Action variant="primary" size="large" onPress={dismissFault} autoFocus>
          {t('fault.goOn')}
        </Action>
      }
    >
      <p className="text-lg">{fault === null ? '' : t(errorCodes[fault].messageKey)}</p>
      {retryable && <p className="mt-4 text-soft">{t('fault.tryAgain')}</p>}
    </Sheet>
  );
}

function Toast() {
  const { t } = useTranslation();
  const toast = useNotices((state) => state.toast);
  return (
    <div
      role="status"
      // Heard and reached over a dialog too: a scan may be answered while one is open.
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed inset-x-0 z-50 flex justify-center px-gutter portrait:top-26 reach:portrait:top-[calc(42%+5.2rem)] landscape:bottom-24 landscape:justify-start"
    >
      {toast !== null && (
        <div
          key={toast.id}
          className="enter pointer-events-auto flex flex-wrap items-center justify-end gap-x-6 gap-y-2 rounded-xl bg-ink py-3 pe-4 ps-8 text-on-accent shadow-high"
        >
          <span className="grow">{t(toast.messageKey, { ...toast.params })}</span>
          {toast.action !== undefined && (
            <Action
              onPress={() => {
                toast.action?.run();
                dismissToast();
              }}
            >
              {t(toast.action.labelKey)}
            </Action>
          )}
        </div>
      )}
    </div>
  );
}
