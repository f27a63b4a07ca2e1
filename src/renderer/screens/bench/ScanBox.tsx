import { ScanBarcode } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Form, Input, TextField } from 'react-aria-components';
import { Action } from '../../components/Action.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { scanOnBench } from '../../stores/bench.ts';
import { loadHome, useCatalog } from '../../stores/catalog.ts';

const shown = 6;

/** The virtual scanner: a code to type, and a few things that have one. */
export function ScanBox() {
  const { t, text } = useWords();
  const home = useCatalog((state) => state.home);
  const [code, setCode] = useState('');
  useEffect(() => {
    if (useCatalog.getState().home === null) void loadHome();
  }, []);
  const known = (home?.featured ?? []).flatMap(({ product }) => {
    const [gtin] = product.gtins ?? [];
    return gtin === undefined ? [] : [{ product, gtin }];
  });
  return (
    <section
      aria-labelledby="scan-title"
      className="flex flex-col gap-4 rounded-lg bg-raised p-6 shadow-low"
    >
      <h2 id="scan-title" className="text-xl">
        {t('bench.scanner')}
      </h2>
      <Form
        className="flex gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') void scanOnBench(code.trim());
        }}
      >
        <TextField
          aria-label={t('bench.code')}
          value={code}
          onChange={setCode}
          maxLength={200}
          autoComplete="off"
          className="min-w-0 flex-1"
        >
          <Input className="field tabular min-h-target!" placeholder={t('bench.code')} />
        </TextField>
        <Action type="submit" aria-label={t('bench.scan')}>
          <ScanBarcode aria-hidden size="1.4em" strokeWidth={1.7} />
        </Action>
      </Form>
      <ul className="grid grid-cols-3 gap-2">
        {known.slice(0, shown).map(({ product, gtin }) => (
          <li key={product.sku}>
            <Button
              onPress={() => void scanOnBench(gtin)}
              className="choice w-full flex-col items-center p-2"
            >
              <ProductArt look={lookOf(product)} className="h-20 w-full" />
              <span className="sr-only">
                {t('bench.scanProduct', { name: text(product.name) })}
              </span>
              <span className="tabular text-[0.8rem]">{gtin}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
