import { ScanBarcode } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { Action } from '../../components/Action.tsx';
import { Form } from '../../components/Form.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { sampleCodes, showControls } from '../../lib/sample-codes.ts';
import { scanOnBench } from '../../stores/bench.ts';
import { loadHome, useCatalog } from '../../stores/catalog.ts';

const productsShown = 6;

/** The virtual scanner: a code to type, things that have one, and every kind of code to try. */
export function ScanBox() {
  const { t } = useWords();
  const home = useCatalog((state) => state.home);
  useEffect(() => {
    if (useCatalog.getState().home === null) void loadHome();
  }, []);
  const products = (home?.featured ?? []).flatMap(({ product }) => {
    const [gtin] = product.gtins ?? [];
    return gtin === undefined ? [] : [{ product, gtin }];
  });
  const [first] = products;
  return (
    <section
      aria-labelledby="scan-title"
      className="flex min-h-0 flex-col gap-4 rounded-lg bg-raised p-6 shadow-low"
    >
      <h2 id="scan-title" className="text-xl">
        {t('bench.scanner')}
      </h2>
      <CodeForm />
      <ScrollRegion label={t('scan.samples')} className="-m-1 @container flex flex-col gap-4 p-1">
        <ul className="grid grid-cols-3 gap-2 @2xl:grid-cols-6">
          {products.slice(0, productsShown).map(({ product, gtin }) => (
            <li key={product.sku}>
              <ProductCode product={product} gtin={gtin} />
            </li>
          ))}
        </ul>
        {first !== undefined && <Samples ean13={first.gtin} />}
      </ScrollRegion>
    </section>
  );
}

function CodeForm() {
  const { t } = useWords();
  const [code, setCode] = useState('');
  return (
    <Form
      className="flex gap-3"
      onSubmit={() => {
        if (code.trim() !== '') void scanOnBench(code.trim());
      }}
    >
      <TextField
        aria-label={t('bench.code')}
        value={code}
        onChange={setCode}
        maxLength={4096}
        autoComplete="off"
        className="min-w-0 flex-1"
      >
        <Input className="field tabular min-h-target!" placeholder={t('bench.code')} />
      </TextField>
      <Action type="submit" aria-label={t('bench.scan')}>
        <ScanBarcode aria-hidden size="1.4em" strokeWidth={1.7} />
      </Action>
    </Form>
  );
}

interface ProductCodeProps {
  readonly product: ProductRecord;
  readonly gtin: string;
}

function ProductCode({ product, gtin }: ProductCodeProps) {
  const { t, text } = useWords();
  return (
    <Button
      onPress={() => void scanOnBench(gtin)}
      className="choice w-full flex-col items-center gap-1 p-2"
    >
      <ProductArt look={lookOf(product)} className="h-14 w-full" />
      <span className="sr-only">{t('bench.scanProduct', { name: text(product.name) })}</span>
      <span className="tabular text-[0.7rem] leading-none">{gtin}</span>
    </Button>
  );
}

/** Each kind of code in words, and as the scanner sends it. */
function Samples({ ean13 }: { readonly ean13: string }) {
  const { t } = useWords();
  return (
    <ul className="grid gap-2 @2xl:grid-cols-2">
      {sampleCodes(ean13).map(({ id, code }) => (
        <li key={id} className="flex min-w-0">
          <Button
            onPress={() => void scanOnBench(code)}
            className="choice min-h-target w-full min-w-0 flex-col px-4 py-2 text-start text-sm leading-tight"
          >
            <span className="font-semibold">{t(`scan.sample.${id}`)}</span>
            <span
              aria-hidden
              dir="ltr"
              className="tabular w-full truncate text-soft text-xs rtl:text-right"
            >
              {showControls(code)}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
