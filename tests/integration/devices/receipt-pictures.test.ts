import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { beforeAll, expect, test } from 'vitest';
import { catalogOfQuote } from '#main/core/checkout/commit-sale.ts';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import { printerProfiles } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { drawPaper } from '#shared/domain/paper/draw-paper.ts';
import { buildReceipt } from '#shared/domain/receipt/build-receipt.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';
import { required } from '#shared/lib/assert.ts';
import { runCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

const usual = required(printerProfiles.get('epson-tm-t88'), 'a profile');

/** Where the pictures are left for a person to look at; nowhere when absent. */
const keepIn = process.env.BLENDBAR_PICTURES;

const folder = suiteFolder();
let receipt: ReceiptDocument;
/** The same sale's receipt, had the store this locale. */
let receiptIn: (locale: string) => ReceiptDocument;

const lipstick = {
  template: 'lipstick',
  selections: {
    ...{ shade: 'signal', finish: 'matte', wax: 'beeswax', care: ['ceramide'] },
    ...{ scent: 'rose', cap: 'brass', engraving: 'Zoé' },
  },
};

/** The receipt of a sale in the demo store, as the print ledger has it. */
beforeAll(async () => {
  const db = await demoDatabase(folder);
  const basket = join(folder, 'basket.json');
  writeFileSync(
    basket,
    JSON.stringify({
      lines: [
        { sku: demoSku, quantity: 2 },
        { sku: 'AT-LIPSTICK', quantity: 1, design: lipstick },
      ],
    }),
  );
  const sold = runCli(['sell', basket, '--tender', 'cash:10000', '--db', db]);
  expect(sold.status, sold.stderr).toBe(0);
  const store = openKioskStore({
    file: db,
    clock: systemClock,
    ids: systemIds,
    logger: recordingLogger(),
  });
  if (!store.ok) throw new Error(store.error.message);
  const { catalog, printLedger, sales } = store.value;
  const job = required(printLedger.next() ?? undefined, 'a print job');
  receipt = required(job.document ?? undefined, 'a receipt');
  const order = required(
    sales.order(required(job.orderId ?? undefined, 'its order')) ?? undefined,
    'an order',
  );
  const records = catalogOfQuote(catalog, order.quote);
  receiptIn = (locale) =>
    buildReceipt(
      order,
      { ...records, store: { ...records.store, locale } },
      receiptTextsIn(locale),
    );
  store.value.close();
}, 60_000);

test.each([...printerProfiles.values()])(
  'DEV-92 the picture of a receipt on $id has a QR code that can be read',
  async (profile) => {
    await expectReadable(receipt, profile, profile.id);
  },
);

test.each([
  ['de-DE', 'Summe'],
  ['fr-FR', 'Dont'],
  ['es-ES', 'Incluye'],
])('SAL-68 in %s a receipt is printed in letters', async (locale, word) => {
  const paper = await expectReadable(receiptIn(locale), usual, locale);
  const letters = paper.flatMap((element) =>
    element.kind === 'line' ? element.runs.map(({ text }) => text) : [],
  );
  expect(letters.join(' ')).toContain(word);
  expect(letters.join(' ')).not.toContain('?');
});

test.each(['ar-AE', 'ja-JP'])('SAL-68 DEV-27 in %s a receipt is drawn', async (locale) => {
  for (const profile of printerProfiles.values()) {
    const paper = await expectReadable(receiptIn(locale), profile, `${locale}-${profile.id}`);
    expect(paper.filter(({ kind }) => kind === 'image').length).toBeGreaterThan(3);
  }
});

async function expectReadable(document: ReceiptDocument, profile: PrinterProfile, name: string) {
  const { picture: svg, paper } = pictureOf(document, profile);
  const picture = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  if (keepIn !== undefined) {
    writeFileSync(join(keepIn, `${name}.png`), canvas.toBuffer('image/png'));
  }
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const code = document.blocks.find((block) => block.kind === 'qr');
  expect(code).toBeDefined();
  expect(jsQR(data, canvas.width, canvas.height)?.data).toBe(code?.data);
  return paper;
}

function pictureOf(document: ReceiptDocument, profile: PrinterProfile) {
  const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };
  const printer = createVirtualPrinter(profile);
  printer.connect({ send() {}, unplug() {} }).receive(encodeReceipt(document, profile, options));
  const { paper } = printer.state();
  return { picture: drawPaper(paper, profile), paper };
}
