import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { errorCodes } from '#shared/lib/errors.ts';
import { onlyDigits } from '#shared/lib/latin-digits.ts';
import { Action } from '../../components/Action.tsx';
import { FieldFault } from '../../components/FieldFault.tsx';
import { Form } from '../../components/Form.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { openProduct } from '../../components/ProductTile.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useComposition } from '../../lib/use-composition.ts';
import {
  type BarcodeAnswer,
  barcodeLengths,
  isBarcodeLength,
  lookUpBarcode,
} from '../../stores/barcode.ts';
import { go } from '../../stores/navigation.ts';

type Refusal = Exclude<BarcodeAnswer, { readonly kind: 'found' }>;

const mostDigits = Math.max(...barcodeLengths);

/** A barcode typed by hand, while the scanner goes on listening. */
export function BarcodeSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [digits, setDigits] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [looking, setLooking] = useState(false);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const type = (typed: string) => {
    setDigits(onlyDigits(typed).slice(0, mostDigits));
    setRefusal(null);
  };
  const { field, input } = useComposition(digits, type);
  const lookUp = async () => {
    if (!isBarcodeLength(digits) || looking) return;
    setLooking(true);
    setRefusal(null);
    const answer = await lookUpBarcode(digits);
    // Who closed it meanwhile is led nowhere.
    if (!isOpen.current) return;
    setLooking(false);
    if (answer.kind === 'found') openProduct(answer.card);
    else setRefusal(answer);
  };
  return (
    <Sheet title={t('scan.title')} isOpen onClose={onClose}>
      <Form onSubmit={() => void lookUp()} className="grid gap-10 landscape:grid-cols-2">
        <div className="flex flex-col gap-6">
          <p className="text-lg text-soft">{t('scan.text')}</p>
          <TextField
            {...field}
            isInvalid={refusal !== null}
            inputMode="none"
            autoComplete="off"
            autoFocus
            className="flex flex-col gap-2"
          >
            <Label className="font-semibold">{t('scan.label')}</Label>
            <Input
              {...input}
              className="field tabular text-2xl! tracking-wider larger:tracking-normal"
            />
            <FieldFault className="scroll-mb-36 larger:scroll-mb-52">
              {refusal !== null && t(refusalKey(refusal), { code: digits })}
            </FieldFault>
          </TextField>
          <p role="status" className="text-soft">
            {refusal === null && t('scan.typed', { count: digits.length })}
          </p>
          {refusal?.kind === 'unknown' && (
            <Action className="self-start" onPress={() => go({ screen: 'search', text: '' })}>
              <Search aria-hidden size="1.2em" />
              {t('scan.byName')}
            </Action>
          )}
        </div>
        <div className="flex flex-col gap-6 landscape:sticky landscape:top-0 landscape:self-start">
          <Keypad label={t('scan.keypad')} digits={digits} onChange={type} />
          <Action
            type="submit"
            variant="primary"
            size="large"
            isDisabled={!isBarcodeLength(digits)}
          >
            {t('scan.find')}
          </Action>
        </div>
      </Form>
    </Sheet>
  );
}

function refusalKey(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'misread':
      return 'scan.misread';
    case 'unknown':
      return 'scan.notOurs';
    case 'fault':
      return errorCodes[refusal.code].messageKey;
  }
}
