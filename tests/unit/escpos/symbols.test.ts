import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import {
  printerProfile,
  printerProfiles,
} from '#main/devices/protocols/escpos/printer-profiles.ts';
import { code128 } from '#shared/domain/paper/code128.ts';
import type { ReceiptBlock } from '#shared/domain/receipt/receipt-document.ts';
import { required } from '#shared/lib/assert.ts';
import {
  commandsOf,
  imageOf,
  inkColumns,
  isCommand,
  type SentImage,
  textLinesOf,
} from '../../helpers/escpos-bytes.ts';

const generic = printerProfile('generic-58mm');
const native = [...printerProfiles.values()].filter(({ nativeSymbols }) => nativeSymbols);
const orderCode = 'urn:uuid:0195aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';

function encode(block: ReceiptBlock, profile: PrinterProfile): Uint8Array {
  const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };
  return encodeReceipt({ title: '', locale: 'en', blocks: [block] }, profile, options);
}

function decode(image: SentImage): string | undefined {
  const pixels = new Uint8ClampedArray(4 * image.widthDots * image.heightDots);
  for (let dot = 0; dot < pixels.length / 4; dot++) {
    const black = image.isBlack(dot % image.widthDots, Math.floor(dot / image.widthDots));
    pixels.set([...Array(3).fill(black ? 0 : 255), 255], 4 * dot);
  }
  return jsQR(pixels, image.widthDots, image.heightDots)?.data;
}

/** The parameters of `GS ( k` of one function, after its count. */
function qrParameter(bytes: Uint8Array, fn: number): readonly number[] {
  const command = commandsOf(bytes).find(
    (one) => isCommand(one, 'GS', '(') && one[2] === 0x6b && one[6] === fn,
  );
  return [...required(command, `function ${fn}`)].slice(7);
}

test.each([orderCode, 'Grüße', 'x'.repeat(400)])(
  'DEV-33 a QR code that is drawn can be read: %s',
  (data) => {
    const image = required(imageOf(encode({ kind: 'qr', data, caption: '' }, generic)), 'an image');
    expect(image.widthDots).toBeLessThanOrEqual(generic.dotsPerLine);
    expect(decode(image)).toBe(data);
  },
);

test.each(native)('DEV-33 $id draws QR codes itself, and no wider than its paper', (profile) => {
  const small = encode({ kind: 'qr', data: orderCode, caption: '' }, profile);
  expect(imageOf(small)).toBeNull();
  expect(qrParameter(small, 67)).toEqual([6]);
  expect(Buffer.from(qrParameter(small, 80).slice(1)).toString()).toBe(orderCode);
  // Version 40 has 177 modules, and a quiet zone of 4 on either side.
  const large = encode({ kind: 'qr', data: 'x'.repeat(2_300), caption: '' }, profile);
  expect(qrParameter(large, 67)).toEqual([Math.floor(profile.dotsPerLine / 185)]);
  const foreign = encode({ kind: 'qr', data: 'Grüße 口', caption: '' }, profile);
  expect(Buffer.from(qrParameter(foreign, 80).slice(1)).toString()).toBe('Grüße 口');
});

test('DEV-34 a barcode that is drawn has the modules of its data, and the data below it', () => {
  const bytes = encode({ kind: 'barcode', data: 'D1-000001' }, generic);
  const image = required(imageOf(bytes), 'an image');
  const bars = inkColumns(image, 1).map(([from, to]) => [from / 2, (to + 1) / 2]);
  const widths = code128('D1-000001', { packsDigits: true }) ?? [];
  const modules = widths.flatMap((width, at) => Array<boolean>(width).fill(at % 2 === 0));
  const expected = inkColumns(
    {
      widthDots: modules.length,
      heightDots: 1,
      isBlack: (x) => modules[x] === true,
    },
    1,
  ).map(([from, to]) => [from, to + 1]);
  expect(bars).toEqual(expected);
  expect(textLinesOf(bytes, generic)[0]?.text.trim()).toBe('D1-000001');
});

test.each(native)('DEV-34 $id draws barcodes itself: code set B, braces doubled', (profile) => {
  const bytes = encode({ kind: 'barcode', data: '{C12' }, profile);
  const command = commandsOf(bytes).find((one) => isCommand(one, 'GS', 'k'));
  expect(Buffer.from(required(command, 'GS k').subarray(4)).toString()).toBe('{B{{C12');
  const width = commandsOf(bytes).find((one) => isCommand(one, 'GS', 'w'));
  expect(width?.[2]).toBe(3);
});

test.each([...printerProfiles.values()])(
  'DEV-34 $id prints letters where a barcode would be wider than the paper or cannot hold them',
  (profile) => {
    for (const data of ['X'.repeat(60), 'Größe']) {
      const bytes = encode({ kind: 'barcode', data }, profile);
      expect(imageOf(bytes)).toBeNull();
      expect(commandsOf(bytes).some((one) => isCommand(one, 'GS', 'k'))).toBe(false);
      const printed = textLinesOf(bytes, profile).map(({ text }) => text.trim());
      expect(printed.join('')).toBe(data);
    }
  },
);
