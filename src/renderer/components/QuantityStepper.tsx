import { Minus, Plus } from 'lucide-react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Action } from './Action.tsx';

interface QuantityStepperProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const most = 999;

export function QuantityStepper({ label, value, onChange }: QuantityStepperProps) {
  const { t } = useTranslation();
  return (
    <Group aria-label={label} className="flex items-center gap-1">
      <Action
        onPress={() => onChange(value - 1)}
        isDisabled={value <= 1}
        aria-label={t('cart.less')}
        className="px-0!"
      >
        <Minus aria-hidden size="1.2em" />
      </Action>
      <output className="tabular min-w-16 text-center font-semibold text-lg" aria-live="polite">
        {value}
      </output>
      <Action
        onPress={() => onChange(value + 1)}
        isDisabled={value >= most}
        aria-label={t('cart.more')}
        className="px-0!"
      >
        <Plus aria-hidden size="1.2em" />
      </Action>
    </Group>
  );
}
