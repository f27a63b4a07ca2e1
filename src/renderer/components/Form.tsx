import type { ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';

interface FormProps {
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
}

/**
 * Fields that are handed in together. What is wrong with them is said by whoever takes them; the browser keeps
 * nothing back, so that what was refused can be tried again as it is.
 */
export function Form({ onSubmit, ...props }: FormProps) {
  return (
    <AriaForm
      {...props}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    />
  );
}
