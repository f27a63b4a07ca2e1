import { useState } from 'react';
import type { SyncStatus } from '#shared/contract/ipc/sync.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { FormSheet } from '../../components/FormSheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import {
  codeOf,
  type EnrolDraft,
  type EnrolProblems,
  isUnencrypted,
  problemsOf,
  refusalPlace,
  typedCode,
  urlOf,
} from '../../lib/enrol-draft.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { enrol } from '../../stores/sync.ts';
import { EntryField } from './EntryField.tsx';

interface EnrolSheetProps {
  /** Where it is enrolled already. */
  readonly central: SyncStatus['central'];
  readonly onClose: () => void;
}

/** Lets this kiosk in at head office, with a code that was given out there. */
export function EnrolSheet({ central, onClose }: EnrolSheetProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<EnrolDraft>({ address: central?.url ?? '', code: '' });
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<EnrolProblems>({});
  const [busy, run] = useBusy();
  const shown: EnrolProblems = { ...refusal, ...(tried ? problemsOf(draft) : {}) };
  const url = urlOf(draft);

  const change = (part: Partial<EnrolDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    // What head office said was about what stood there before.
    setRefusal({});
  };
  const submit = async () => {
    setTried(true);
    setRefusal({});
    if (Object.keys(problemsOf(draft)).length > 0) return;
    const refused = await enrol(url, codeOf(draft));
    if (refused === null) onClose();
    else setRefusal({ [refusalPlace(refused)]: errorCodes[refused].messageKey });
  };

  return (
    <FormSheet
      title={t(central === null ? 'headOffice.enrol' : 'headOffice.enrolAgain')}
      submit={t(busy ? 'headOffice.enrolling' : 'headOffice.enrolNow')}
      busy={busy}
      onSubmit={() => run(submit())}
      onClose={onClose}
    >
      <p className="text-lg text-soft">{t('headOffice.form.text')}</p>
      <EntryField
        label={t('headOffice.form.address')}
        hint={t(isUnencrypted(url) ? 'headOffice.form.unencrypted' : 'headOffice.form.addressHint')}
        value={draft.address}
        problem={shown.address}
        maxLength={300}
        inputMode="url"
        onChange={(address) => change({ address })}
      />
      <EntryField
        label={t('headOffice.form.code')}
        hint={t('headOffice.form.codeHint')}
        value={draft.code}
        problem={shown.code}
        maxLength={24}
        isCode
        onChange={(typed) => change({ code: typedCode(draft.code, typed) })}
      />
      <p role="alert" className="text-danger empty:hidden">
        {shown.form === undefined ? '' : t(shown.form)}
      </p>
    </FormSheet>
  );
}
