import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';

interface ToggleProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** On or off: where the knob stands tells it, not the color alone. */
export function Toggle({ isOn, onChange, children }: ToggleProps) {
  return (
    <SwitchField isSelected={isOn} onChange={onChange} className="flex">
      <SwitchButton className="toggle">
        <span aria-hidden className="toggle-track" />
        <span className="min-w-0">{children}</span>
      </SwitchButton>
    </SwitchField>
  );
}
