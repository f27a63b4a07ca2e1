import { useState } from 'react';
import {
  FieldError,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
  TextField,
} from 'react-aria-components';
import { DrawerReason } from '#shared/contract/ipc/devices.ts';
import { type ErrorCode, errorCodes } from '#shared/lib/errors.ts';
import { FormSheet } from '../../components/FormSheet.tsx';
import { TypingInput } from '../../components/keyboard/TypingInput.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { openDrawer } from '../../stores/devices.ts';
import { showToast } from '../../stores/notices.ts';

/** Why the drawer is opened without a sale: it is written down before it opens. */
export function DrawerSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState<DrawerReason | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const [busy, run] = useBusy();
  const noteMissing = reason === 'other' && note.trim() === '';

  const open = async () => {
    setTried(true);
    if (reason === null || noteMissing) return;
    const refused = await openDrawer({ reason, note: note.trim() });
    setFault(refused);
    if (refused !== null) return;
    showToast({ messageKey: 'devices.drawerOpened' });
    onClose();
  };

  return (
    <FormSheet
      title={t('devices.openDrawer')}
      submit={t('devices.openNow')}
      busy={busy}
      onSubmit={() => run(open())}
      onClose={onClose}
    >
      <RadioGroup
        value={reason}
        onChange={(next) =>
          setReason(DrawerReason.enum.find((candidate) => candidate === next) ?? null)
        }
        isInvalid={tried && reason === null}
        className="flex flex-col gap-3"
      >
        <Label className="font-semibold text-lg">{t('devices.reasonTitle')}</Label>
        <div className="grid grid-cols-2 gap-3 larger:grid-cols-1">
          {DrawerReason.enum.map((candidate) => (
            <RadioField key={candidate} value={candidate} className="flex">
              <RadioButton className="choice min-h-primary w-full items-center px-5 py-2">
                {t(`devices.reason.${candidate}`)}
              </RadioButton>
            </RadioField>
          ))}
        </div>
        <FieldError className="text-danger">{t('devices.reasonMissing')}</FieldError>
      </RadioGroup>
      <TextField
        value={note}
        onChange={setNote}
        isRequired={reason === 'other'}
        isInvalid={tried && noteMissing}
        maxLength={200}
        autoComplete="off"
        className="flex flex-col gap-3"
      >
        <Label className="font-semibold text-lg">
          {reason === 'other' ? t('devices.noteNeeded') : t('devices.note')}
        </Label>
        <TypingInput />
        <FieldError className="text-danger">{t('errors.drawer.noteMissing')}</FieldError>
      </TextField>
      <p role="alert" className="font-medium text-danger empty:hidden">
        {fault === null ? '' : t(errorCodes[fault].messageKey)}
      </p>
    </FormSheet>
  );
}
