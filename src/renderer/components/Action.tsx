import type { ReactNode } from 'react';
import type { ButtonProps } from 'react-aria-components';
import { PressButton } from './PressButton.tsx';

interface ActionProps extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'normal' | 'large';
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button. Primary ones are at least 64 px high, the others 48. */
export function Action({
  variant = 'secondary',
  size = 'normal',
  className = '',
  ...props
}: ActionProps) {
  const large = size === 'large' ? 'action-large' : '';
  return <PressButton {...props} className={`action action-${variant} ${large} ${className}`} />;
}
