import { useEffect, useState } from 'react';
import { Toggle } from '../../components/Toggle.tsx';
import { languageFor } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { translateReceipt } from '../../stores/checkout.ts';
import { useKioskInfo } from '../../stores/kiosk-info.ts';

/** A receipt is written in the store's language; who speaks another can read it in theirs. */
export function TranslationToggle() {
  const { t, language } = useWords();
  const storeLocale = useKioskInfo((state) => state.info?.store.locale);
  const [isOn, setIsOn] = useState(false);
  const isForeign = storeLocale !== undefined && languageFor(storeLocale) !== languageFor(language);
  useEffect(() => {
    void translateReceipt(isOn && isForeign ? language : null);
  }, [isOn, isForeign, language]);
  if (!isForeign) return null;
  return (
    <Toggle isOn={isOn} onChange={setIsOn}>
      {t('translation.read')}
    </Toggle>
  );
}
