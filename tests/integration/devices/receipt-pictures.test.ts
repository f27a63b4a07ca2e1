import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { beforeAll, expect, test } from 'vitest';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import { printerProfiles } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { drawPaper } from '#shared/domain/paper/draw-paper.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { required } from '#shared/lib/assert.ts';
import { runCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

/** Where the pictures are left for a person to look at; nowhere when absent. */
const keepIn = process.env.BLENDBAR_PICTURES;

const folder = suiteFolder();
let receipt: ReceiptDocument;

/** The receipt of a sale in the demo store, as the print ledger has it. */
beforeAll(async () => {
  const db = await demoDatabase(folder);
  const basket = join(folder, 'basket.json');
  writeFileSync(basket, JSON.stringify({ lines: [{ sku: demoSku, quantity: 2 }] }));
  const sold = runCli(['sell', basket, '--tender', 'cash:10000', '--db', db]);
  expect(sold.status, sold.stderr).toBe(0);
  const store = openKioskStore({
    file: db,
    clock: systemClock,
    ids: systemIds,
    logger: recordingLogger(),
  });
  if (!store.ok) throw new Error(store.error.message);
  receipt = required(store.value.printLedger.next()?.document ?? undefined, 'a receipt');
  store.value.close();
}, 60_000);

test.each([...printerProfiles.values()])(
  'DEV-92 the picture of a receipt on $id has a QR code that can be read',
  async (profile) => {
    const picture = await loadImage(Buffer.from(pictureOf(receipt, profile)));
    const canvas = createCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    if (keepIn !== undefined) {
      writeFileSync(join(keepIn, `${profile.id}.png`), canvas.toBuffer('image/png'));
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const code = receipt.blocks.find((block) => block.kind === 'qr');
    expect(code).toBeDefined();
    expect(jsQR(data, canvas.width, canvas.height)?.data).toBe(code?.data);
  },
);

function pictureOf(document: ReceiptDocument, profile: PrinterProfile): string {
  const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };
  const printer = createVirtualPrinter(profile);
  printer.connect({ send() {}, unplug() {} }).receive(encodeReceipt(document, profile, options));
  return drawPaper(printer.state().paper, profile);
}
