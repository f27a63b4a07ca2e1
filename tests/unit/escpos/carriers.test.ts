import { expect, test } from 'vitest';
import type { CodePage } from '#main/devices/protocols/escpos/code-pages.ts';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { canDraw } from '#main/devices/protocols/escpos/repertoire.ts';
import { type PrinterProfileId, printerProfileIds } from '#shared/contract/ipc/devices.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { imageOf, inkOf, textLinesOf } from '../../helpers/escpos-bytes.ts';

const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };

function textReceipt(text: string): ReceiptDocument {
  return { title: 'Receipt', locale: 'en-DE', blocks: [{ kind: 'text', text, align: 'left' }] };
}

/** One page for the whole line, several in turn, or an image. */
type Carrier = CodePage | `${CodePage} ${CodePage}` | 'raster';
/** Of printers with pages of Windows (TM-T88V, TM-T20, Bixolon), and of those with few (all others). */
type Carriers = readonly [many: Carrier, few: Carrier];

const everywhere = (page: CodePage): Carriers => [page, page];
/** Where a page of Windows is known; else it is drawn. */
const windowsOr = (page: CodePage, other: Carrier = 'raster'): Carriers => [page, other];
const withMany: readonly PrinterProfileId[] = ['epson-tm-t88', 'epson-tm-t20', 'bixolon-srp'];

const samples: readonly (readonly [string, Carriers])[] = [
  ['5 €', everywhere('windows1252')],
  ['£3 ¥4 ½', everywhere('windows1252')],
  ['Größe Maß', everywhere('windows1252')],
  ['El Niño, ¿qué?', everywhere('windows1252')],
  ['hors-d’œuvre naïf', everywhere('windows1252')],
  ['Škoda', everywhere('windows1252')],
  ['Győr', everywhere('cp852')],
  ['Łódź, źródło', everywhere('cp852')],
  ['žluťoučký kůň', everywhere('cp852')],
  ['Łódź – 5 €', windowsOr('windows1250', 'cp852 windows1252')],
  ['Губная помада', everywhere('cp866')],
  ['Ґудзик, і', windowsOr('windows1251')],
  ['İstanbul ışığı', windowsOr('windows1254')],
  ['Šiauliai, ąčęėįšųū, Rīga', windowsOr('windows1257')],
  ['مرحبا', ['raster', 'raster']],
  ['口紅 №5', ['raster', 'raster']],
];

const cases = samples.flatMap(([text, [many, few]]) =>
  printerProfileIds.map((id) => ({ id, text, carrier: withMany.includes(id) ? many : few })),
);

test.each(cases)('DEV-23 DEV-26 $id prints $text by $carrier', ({ id, text, carrier }) => {
  expectCarrier(id, text, carrier);
});

// Their letters are in no typeface that we bring: where the machine has none, they are spelled out.
test.each(printerProfileIds)('DEV-23 DEV-26 %s prints Greek right, or spells it out', (id) => {
  const drawn: Carrier | 'letters' = [...'Κραγιόν'].every(canDraw) ? 'raster' : 'letters';
  const hasPage = printerProfile(id).codePages.has('windows1253');
  expectCarrier(id, 'Κραγιόν', hasPage ? 'windows1253' : drawn);
});

function expectCarrier(
  id: PrinterProfileId,
  text: string,
  carrier: Carrier | 'letters' | undefined,
): void {
  const profile = printerProfile(id);
  const bytes = encodeReceipt(textReceipt(text), profile, options);
  const image = imageOf(bytes);
  if (carrier === 'raster') {
    expect(image && inkOf(image)).toBeGreaterThan(100);
    expect(textLinesOf(bytes, profile)).toEqual([]);
  } else if (carrier === 'letters') {
    expect(textLinesOf(bytes, profile)).toEqual([{ text: 'Kragion', pages: [] }]);
  } else {
    expect(image).toBeNull();
    expect(textLinesOf(bytes, profile)).toEqual([{ text, pages: carrier?.split(' ') }]);
  }
}

test.each(printerProfileIds)('DEV-23 %s sends scripts of two pages in one line', (id) => {
  const text = 'помада Győr €5';
  const profile = printerProfile(id);
  const [line] = textLinesOf(encodeReceipt(textReceipt(text), profile, options), profile);
  expect(line).toEqual({ text, pages: ['cp866', 'cp852', 'windows1252'] });
});
