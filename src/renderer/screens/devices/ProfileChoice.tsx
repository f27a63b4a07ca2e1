import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { type PrinterProfileId, printerProfileIds } from '#shared/contract/ipc/devices.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useDevices } from '../../stores/devices.ts';

interface ProfileChoiceProps {
  readonly profile: PrinterProfileId;
  readonly onChange: (profile: PrinterProfileId) => void;
}

/** Which make of printer it is: how wide its paper is, and what it can tell. */
export function ProfileChoice({ profile, onChange }: ProfileChoiceProps) {
  const { t } = useWords();
  const choices = useDevices((state) => state.choices);
  return (
    <RadioGroup
      value={profile}
      onChange={(next) => onChange(printerProfileIds.find((id) => id === next) ?? profile)}
      className="flex flex-col gap-3"
    >
      <Label className="font-semibold text-lg">{t('devices.form.profile')}</Label>
      <div className="grid grid-cols-2 gap-3 larger:grid-cols-1">
        {printerProfileIds.map((id) => {
          const known = choices?.profiles.find((candidate) => candidate.id === id);
          return (
            <RadioField key={id} value={id} className="flex">
              <RadioButton className="choice min-h-primary w-full flex-col justify-center px-5 py-3">
                <span className="font-semibold">{t(`devices.printers.${id}`)}</span>
                {known !== undefined && (
                  <span className="text-sm text-soft">
                    {t('devices.form.profileText', {
                      columns: known.columns,
                      proof: t(`devices.form.proof.${known.confirms}`),
                    })}
                  </span>
                )}
              </RadioButton>
            </RadioField>
          );
        })}
      </div>
    </RadioGroup>
  );
}
