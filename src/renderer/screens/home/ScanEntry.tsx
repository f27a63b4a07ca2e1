import { ScanBarcode } from 'lucide-react';
import { useState } from 'react';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { BarcodeSheet } from './BarcodeSheet.tsx';

/** For whoever holds something in their hands: its barcode leads to it. */
export function ScanEntry() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Action
        size="large"
        onPress={() => setOpen(true)}
        className="justify-start! text-start! gap-[0.9rem]! px-6! text-base!"
      >
        <ScanBarcode aria-hidden size="1.4em" strokeWidth={1.75} />
        {t('scan.open')}
      </Action>
      {open && <BarcodeSheet onClose={() => setOpen(false)} />}
    </>
  );
}
