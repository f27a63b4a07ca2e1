import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventTypes } from '#central/core/ingest/event-types.ts';
import { PaymentStage } from '#shared/contract/ipc/checkout.ts';
import {
  DeviceHealth,
  DeviceProblem,
  DrawerReason,
  PrintConfirmation,
} from '#shared/contract/ipc/devices.ts';
import { eventNames, requestNames } from '#shared/contract/ipc/names.ts';
import { PrintJobView, PrintState } from '#shared/contract/ipc/printing.ts';
import { SyncStatus } from '#shared/contract/ipc/sync.ts';
import { reasonKeys } from '#shared/domain/customization/reasons.ts';
import { pricingSteps } from '#shared/domain/pricing/quote.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import texts from '../../../src/renderer/i18n/en.json' with { type: 'json' };

const renderer = join(import.meta.dirname, '../../../src/renderer');
const plural = /_(zero|one|two|few|many|other)$/;

function keysOf(node: unknown, path: string): readonly string[] {
  if (typeof node === 'string') return [path];
  return Object.entries(node as Record<string, unknown>).flatMap(([name, child]) =>
    keysOf(child, path === '' ? name : `${path}.${name}`),
  );
}

const keys = new Set(keysOf(texts, '').map((key) => key.replace(plural, '')));
const source = globSync('**/*.{ts,tsx}', { cwd: renderer })
  .map((file) => readFileSync(join(renderer, file), 'utf8'))
  .join('\n');

/** Whole keys in quotes, e.g. `'cart.title'`; what else looks like one has no such first word. */
const areas = Object.keys(texts).join('|');
const named = new Set(
  [...source.matchAll(new RegExp(`'((?:${areas})(?:\\.\\w+)+)'`, 'g'))].map(([, key]) => key ?? ''),
);
/** Keys that are put together: what stands before the first `${`. */
const prefixes = [...source.matchAll(/`([a-zA-Z]+(?:\.\w+)*\.)\$\{/g)].map(([, key]) => key ?? '');

/** Names of requests, events and error codes are written like keys. */
const contractNames = new Set<string>([...requestNames, ...eventNames, ...Object.keys(errorCodes)]);

test('UIX-14 every failure has a text', () => {
  for (const { messageKey } of Object.values(errorCodes)) expect(keys).toContain(messageKey);
});

test('UIX-14 every built-in reason has a text', () => {
  for (const key of Object.values(reasonKeys)) expect(keys).toContain(key);
});

test('UIX-14 every pricing step and payment stage has a text', () => {
  for (const step of pricingSteps) expect(keys).toContain(`price.step.${step}`);
  for (const stage of PaymentStage.enum) {
    expect(keys).toContain(`payment.stage.${stage}.title`);
    expect(keys).toContain(`payment.stage.${stage}.text`);
  }
});

test('UIX-14 every state, problem and reason of devices and print jobs has a text', () => {
  const { state, drawer } = DeviceHealth.properties;
  const wanted = {
    'devices.state': state.enum,
    'devices.drawer': drawer.enum,
    'devices.problem': DeviceProblem.enum,
    'devices.confirms': PrintConfirmation.enum,
    'devices.form.proof': PrintConfirmation.enum,
    'devices.reason': DrawerReason.enum,
    'printing.proof': PrintConfirmation.enum,
    'printing.kind': PrintJobView.properties.kind.enum,
    'printing.state': PrintState.enum,
    'printing.meaning': PrintState.enum,
  };
  for (const [area, words] of Object.entries(wanted)) {
    for (const word of words) expect(keys).toContain(`${area}.${word}`);
  }
});

test('UIX-14 every state of the line, and every event that is sent over it, has a text', () => {
  for (const state of SyncStatus.properties.state.enum) {
    expect(keys).toContain(`headOffice.state.${state}`);
  }
  for (const type of eventTypes) {
    expect(keys).toContain(`headOffice.event.${type.replaceAll('.', '_')}`);
  }
});

test('UIX-14 every key that a component names has a text', () => {
  expect(named.size).toBeGreaterThan(100);
  const missing = [...named].filter((key) => !keys.has(key) && !contractNames.has(key));
  expect(missing).toEqual([]);
});

test('UIX-14 no text is left that nothing names', () => {
  const unused = [...keys].filter(
    (key) =>
      !named.has(key) &&
      !key.startsWith('errors.') &&
      !key.startsWith('customization.reason.') &&
      !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
