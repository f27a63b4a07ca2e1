import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { SerialConnection, type SerialPortView } from '#shared/contract/ipc/devices.ts';
import { Action } from '../../components/Action.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Toggle } from '../../components/Toggle.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { type ConnectionDraft, usbOf } from '../../lib/connection-draft.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { loadChoices, useDevices } from '../../stores/devices.ts';
import { EntryField } from './EntryField.tsx';

const { baudRate, parity, flowControl } = SerialConnection.properties;

interface SerialFieldsProps {
  readonly draft: ConnectionDraft;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<ConnectionDraft>) => void;
}

/** Which port, and how it speaks. */
export function SerialFields({ draft, problem, onChange }: SerialFieldsProps) {
  const { t, number } = useWords();
  const ports = useDevices((state) => state.choices?.ports) ?? [];
  const usb = usbOf(draft, ports);
  return (
    <>
      <PortChoice draft={draft} problem={problem} ports={ports} onChange={onChange} />
      {usb !== null && (
        <Toggle isOn={draft.followUsb} onChange={(followUsb) => onChange({ followUsb })}>
          {t('devices.form.followUsb', { usb: `${usb.vendorId}:${usb.productId}` })}
        </Toggle>
      )}
      <Chips
        label={t('devices.form.baud')}
        chips={baudRate.enum.map((rate) => ({ value: String(rate), label: number(rate) }))}
        value={String(draft.baudRate)}
        onChange={(next) =>
          onChange({ baudRate: baudRate.enum.find((rate) => String(rate) === next) ?? 9600 })
        }
      />
      <div className="flex flex-wrap gap-x-12 gap-y-6">
        <Chips
          label={t('devices.form.parity')}
          chips={parity.enum.map((value) => ({
            value,
            label: t(`devices.form.parityOf.${value}`),
          }))}
          value={draft.parity}
          onChange={(next) => onChange({ parity: next })}
        />
        <Chips
          label={t('devices.form.flow')}
          chips={flowControl.enum.map((value) => ({
            value,
            label: t(`devices.form.flowOf.${value}`),
          }))}
          value={draft.flowControl}
          onChange={(next) => onChange({ flowControl: next })}
        />
      </div>
    </>
  );
}

const other = 'other';

function PortChoice({
  draft,
  problem,
  ports,
  onChange,
}: SerialFieldsProps & { readonly ports: readonly SerialPortView[] }) {
  const { t } = useWords();
  const [busy, run] = useBusy();
  const isListed = ports.some(({ path }) => path === draft.serialPath);
  const [typing, setTyping] = useState(false);
  const chosen = typing || (!isListed && draft.serialPath !== '') ? other : draft.serialPath;
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        value={chosen === '' ? null : chosen}
        onChange={(next) => {
          setTyping(next === other);
          if (next !== other) onChange({ serialPath: next });
        }}
        isInvalid={problem !== undefined}
        className="flex flex-col gap-3"
      >
        <div className="flex items-center justify-between gap-6">
          <Label className="font-semibold text-lg">{t('devices.form.ports')}</Label>
          <Action variant="quiet" isDisabled={busy} onPress={() => run(loadChoices())}>
            <RefreshCw aria-hidden size="1.15em" strokeWidth={1.9} />
            {t('devices.reconnect')}
          </Action>
        </div>
        {ports.length === 0 && <p className="text-soft">{t('devices.form.noPorts')}</p>}
        <div className="grid grid-cols-2 gap-3">
          {ports.map((port) => (
            <PortTile key={port.path} port={port} />
          ))}
          <RadioField value={other} className="flex">
            <RadioButton className="choice min-h-primary w-full items-center px-5 py-3 font-semibold">
              {t('devices.form.otherPort')}
            </RadioButton>
          </RadioField>
        </div>
      </RadioGroup>
      {chosen === other ? (
        <EntryField
          label={t('devices.form.path')}
          hint={t('devices.form.pathHint')}
          value={draft.serialPath}
          problem={problem}
          maxLength={256}
          onChange={(serialPath) => {
            setTyping(true);
            onChange({ serialPath });
          }}
        />
      ) : (
        <p role="alert" className="text-danger empty:hidden">
          {problem === undefined ? '' : t(problem)}
        </p>
      )}
    </div>
  );
}

function PortTile({ port }: { readonly port: SerialPortView }) {
  const { t } = useWords();
  const { usb } = port;
  const facts = [
    port.manufacturer,
    usb === undefined
      ? undefined
      : t('devices.form.usb', { usb: `${usb.vendorId}:${usb.productId}` }),
    usb?.serialNumber === undefined
      ? undefined
      : t('devices.form.serialNumber', { number: usb.serialNumber }),
  ].filter((fact) => fact !== undefined);
  return (
    <RadioField value={port.path} className="flex">
      <RadioButton className="choice min-h-primary w-full flex-col justify-center px-5 py-3 [overflow-wrap:anywhere]">
        <span className="font-semibold">
          <bdi>{port.path}</bdi>
        </span>
        {facts.length > 0 && <span className="text-sm text-soft">{facts.join(' · ')}</span>}
      </RadioButton>
    </RadioField>
  );
}
