import { Cpu, FileTerminal, type LucideIcon, Network, Usb } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { FormSheet } from '../../components/FormSheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import {
  type ConnectionDraft,
  connectionOf,
  draftOf,
  problemsOf,
} from '../../lib/connection-draft.ts';
import { useBusy } from '../../lib/use-busy.ts';
import {
  configurePrinter,
  configureScanner,
  type DeviceOf,
  loadChoices,
  useDevices,
} from '../../stores/devices.ts';
import { useKioskInfo } from '../../stores/kiosk-info.ts';
import { EntryField } from './EntryField.tsx';
import { ProfileChoice } from './ProfileChoice.tsx';
import { SerialFields } from './SerialFields.tsx';

const kinds: readonly (readonly [ConnectionDraft['kind'], LucideIcon])[] = [
  ['serial', Usb],
  ['tcp', Network],
  ['file', FileTerminal],
  ['virtual', Cpu],
];

interface ConnectionSheetProps {
  readonly device: DeviceOf<'receipt-printer' | 'scanner'>;
  readonly onClose: () => void;
}

/** How a device is attached: kept at once, and its health tells what came of it. */
export function ConnectionSheet({ device: { id, settings }, onClose }: ConnectionSheetProps) {
  const { t } = useWords();
  const choices = useDevices((state) => state.choices);
  const [draft, setDraft] = useState(() => draftOf(settings.connection));
  const [profile, setProfile] = useState('profile' in settings ? settings.profile : undefined);
  const [tried, setTried] = useState(false);
  const [busy, run] = useBusy();
  const change = (part: Partial<ConnectionDraft>) => setDraft((before) => ({ ...before, ...part }));
  const problems = problemsOf(draft);
  const shown = tried ? problems : {};
  useEffect(() => {
    void loadChoices();
  }, []);

  const save = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const next = connectionOf(draft, choices?.ports ?? []);
    const kept =
      profile === undefined
        ? await configureScanner({ connection: next })
        : await configurePrinter({ connection: next, profile });
    if (kept) onClose();
  };

  return (
    <FormSheet
      title={t(`devices.form.title.${id}`)}
      submit={t('devices.form.save')}
      busy={busy}
      onSubmit={() => run(save())}
      onClose={onClose}
    >
      <KindChoice kind={draft.kind} onChange={(kind) => change({ kind })} />
      {draft.kind === 'virtual' && <p className="text-soft">{t(`devices.form.virtual.${id}`)}</p>}
      {draft.kind === 'serial' && (
        <SerialFields draft={draft} problem={shown.serialPath} onChange={change} />
      )}
      {draft.kind === 'tcp' && (
        <div className="grid grid-cols-[minmax(0,1fr)_12rem] larger:grid-cols-1 items-start gap-5">
          <EntryField
            label={t('devices.form.host')}
            hint={t('devices.form.hostHint')}
            value={draft.host}
            problem={shown.host}
            maxLength={253}
            onChange={(host) => change({ host })}
          />
          <EntryField
            label={t('devices.form.port')}
            value={draft.port}
            problem={shown.port}
            maxLength={5}
            inputMode="numeric"
            onChange={(port) => change({ port })}
          />
        </div>
      )}
      {draft.kind === 'file' && (
        <EntryField
          label={t('devices.form.file')}
          hint={t('devices.form.fileHint')}
          value={draft.filePath}
          problem={shown.filePath}
          maxLength={256}
          onChange={(filePath) => change({ filePath })}
        />
      )}
      {profile !== undefined && <ProfileChoice profile={profile} onChange={setProfile} />}
    </FormSheet>
  );
}

interface KindChoiceProps {
  readonly kind: ConnectionDraft['kind'];
  readonly onChange: (kind: ConnectionDraft['kind']) => void;
}

function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useWords();
  // Where no virtual devices are shown, a virtual one would swallow everything unseen.
  const hasBench = useKioskInfo((state) => state.info?.bench ?? false);
  const offered = kinds.filter(([of]) => of !== 'virtual' || hasBench || kind === 'virtual');
  return (
    <RadioGroup
      value={kind}
      onChange={(next) => onChange(offered.find(([of]) => of === next)?.[0] ?? kind)}
      className="flex flex-col gap-3"
    >
      <Label className="font-semibold text-lg">{t('devices.form.how')}</Label>
      <div className="grid auto-cols-fr grid-flow-col gap-3 larger:grid-flow-row larger:grid-cols-2">
        {offered.map(([of, Icon]) => (
          <RadioField key={of} value={of} className="flex">
            <RadioButton className="choice w-full flex-col items-center justify-center gap-2 px-3 py-5 text-center">
              <Icon aria-hidden size="1.8em" strokeWidth={1.5} />
              {t(`devices.form.kind.${of}`)}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
