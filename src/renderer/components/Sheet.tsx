import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Action } from './Action.tsx';

interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
}

/** Something to read or settle before going on: from below in portrait, centered in landscape. */
export function Sheet({ title, isOpen, onClose, children, footer, role = 'dialog' }: SheetProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="sheet-backdrop"
    >
      <Modal className="sheet">
        <Dialog role={role} className="flex min-h-0 w-full flex-col outline-none">
          <header className="flex items-start justify-between gap-8 px-gutter pt-10 pb-4">
            <Heading slot="title" className="pt-2 text-2xl">
              {title}
            </Heading>
            <Action variant="quiet" onPress={onClose} aria-label={t('common.close')}>
              <X aria-hidden size="1.5em" />
            </Action>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className="scroll-quiet min-h-0 flex-1 px-gutter pb-8" tabIndex={0}>
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-4 border-line border-t px-gutter py-6">
              {footer}
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
