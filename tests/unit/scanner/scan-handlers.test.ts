import { expect, test } from 'vitest';
import { catalogHandlers } from '#main/core/catalog/catalog-handlers.ts';
import { createEventBus } from '#main/core/event-bus.ts';
import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { AttachedScanner } from '#main/core/ports/devices.ts';
import { followScans, scanHandlers } from '#main/core/scanning/scan-handlers.ts';
import { createScanner } from '#main/devices/scanner.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { manualTime } from '../../helpers/manual-timers.ts';
import { memoryCatalog } from '../../helpers/memory-catalog.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { scriptedTransport } from '../../helpers/scripted-transport.ts';

const soap: ProductRecord = {
  kind: 'product',
  sku: 'SOAP',
  type: 'ready',
  name: { en: 'Soap' },
  brand: 'B',
  category: 'C',
  taxClass: 't',
};
const wax: ProductRecord = { ...soap, sku: 'WAX', type: 'component' };
const byGtin: Readonly<Record<string, ProductRecord>> = {
  '09506000134352': soap,
  '09520123456788': wax,
};

function world() {
  const time = manualTime(Date.UTC(2025, 5, 15));
  const catalog: CatalogReader = {
    ...memoryCatalog(),
    productByGtin: (_, gtin14) => byGtin[gtin14] ?? null,
  };
  const scanner: AttachedScanner = createScanner({
    settings: { connection: { kind: 'virtual' } },
    transportOf: () => scriptedTransport(),
    clock: time,
    timers: time,
  });
  const told: { readonly text: string; readonly sku: string | null }[] = [];
  const events = createEventBus(recordingLogger());
  events.subscribe('scanner.scanned', ({ code, sku }) => told.push({ text: code.text, sku }));
  const stop = followScans({ scanner, catalog, clock: time, events });
  return { time, catalog, scanner, told, stop, handlers: scanHandlers({ scanner }) };
}

const commandId = (number: number) => `01890000-0000-7000-8000-00000000000${number}`;

test('DEV-74 a scan is told with the product that it means, in whatever way it says so', () => {
  const { scanner, told, stop } = world();
  for (const code of [
    ']E09506000134352',
    ']d2010950600013435217261231',
    'https://id.gs1.org/01/09506000134352/10/A',
    ']E09520123456788',
    ']E04006381333931',
    'nothing known',
  ]) {
    scanner.keyed(code);
  }
  stop();
  scanner.keyed('heard by nobody');
  expect(told).toEqual([
    { text: '9506000134352', sku: 'SOAP' },
    { text: '010950600013435217261231', sku: 'SOAP' },
    { text: 'https://id.gs1.org/01/09506000134352/10/A', sku: 'SOAP' },
    { text: '9520123456788', sku: null },
    { text: '4006381333931', sku: null },
    { text: 'nothing known', sku: null },
  ]);
});

test('DEV-75 keystrokes are heard once for each command', async () => {
  const { handlers, told, time } = world();
  const keyed = { commandId: commandId(1), keys: '9506000134352' };
  expect(handlers['scanner.keyed'](keyed)).toEqual({ ok: true, value: {} });
  time.advanceNow(5000);
  expect(handlers['scanner.keyed'](keyed)).toEqual({ ok: true, value: {} });
  expect(told).toHaveLength(1);
  expect(handlers['scanner.keyed']({ ...keyed, commandId: commandId(2) })).toEqual({
    ok: true,
    value: {},
  });
  expect(told).toHaveLength(2);
});

test('UIX-76 keystrokes through a keyboard with other digits mean the same', () => {
  const { handlers, told } = world();
  handlers['scanner.keyed']({ commandId: commandId(3), keys: '۹۵۰۶۰۰۰۱۳۴۳۵۲' });
  expect(told).toEqual([{ text: '9506000134352', sku: 'SOAP' }]);
});

test('DEV-74 a typed code is read like a scanned one', () => {
  const { catalog, time } = world();
  const byBarcode = catalogHandlers({ catalog, clock: time })['catalog.byBarcode'];
  const found = { ok: true, value: { product: { sku: 'SOAP' } } };
  const notFound = { ok: false, error: { code: 'catalog.product_not_found' } };
  for (const code of [
    '9506000134352',
    '9 506000-134352',
    ']E09506000134352\r',
    '0109506000134352',
  ]) {
    expect(byBarcode({ code }), code).toMatchObject(found);
  }
  for (const code of ['9506000134353', '9520123456788', '4006381333931', 'soap', '']) {
    expect(byBarcode({ code }), code).toMatchObject(notFound);
  }
});
