import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Action } from './Action.tsx';
import { Form } from './Form.tsx';
import { Sheet } from './Sheet.tsx';

interface FormSheetProps {
  readonly title: string;
  /** What sending it does, in words. */
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet that is filled in: one way to send it, one to leave it. */
export function FormSheet({ title, submit, busy, onSubmit, onClose, children }: FormSheetProps) {
  const { t } = useTranslation();
  const formId = useId();
  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Action size="large" onPress={onClose}>
            {t('common.cancel')}
          </Action>
          <Action type="submit" form={formId} variant="primary" size="large" isDisabled={busy}>
            {submit}
          </Action>
        </>
      }
    >
      <Form
        id={formId}
        className="flex flex-col gap-8"
        onSubmit={() => {
          // Enter in a field sends it too, whatever the button says.
          if (!busy) onSubmit();
        }}
      >
        {children}
      </Form>
    </Sheet>
  );
}
