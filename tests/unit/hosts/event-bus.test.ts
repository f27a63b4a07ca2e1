import { expect, test } from 'vitest';
import { createEventBus } from '#main/core/event-bus.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';

test('HST-6 listeners hear their own events in order, until they stop', () => {
  const bus = createEventBus(recordingLogger());
  const heard: number[] = [];
  const stop = bus.subscribe('catalog.published', ({ version }) => heard.push(version));
  bus.subscribe('cart.changed', () => heard.push(-1));
  bus.emit('catalog.published', { version: 1 });
  bus.emit('catalog.published', { version: 2 });
  stop();
  stop();
  bus.emit('catalog.published', { version: 3 });
  expect(heard).toEqual([1, 2]);
});

test('HST-6 a listener that throws is logged and keeps nobody from hearing', () => {
  const logger = recordingLogger();
  const bus = createEventBus(logger);
  const heard: number[] = [];
  bus.subscribe('catalog.published', () => {
    throw new Error('broken listener');
  });
  bus.subscribe('catalog.published', ({ version }) => heard.push(version));
  bus.emit('catalog.published', { version: 7 });
  expect(heard).toEqual([7]);
  expect(logger.entries).toMatchObject([
    { level: 'error', fields: { event: 'catalog.published' } },
  ]);
});

test('HST-6 a listener may stop itself, and one function may listen twice', () => {
  const bus = createEventBus(recordingLogger());
  let heard = 0;
  const listener = () => {
    heard += 1;
    stopFirst();
  };
  const stopFirst = bus.subscribe('catalog.published', listener);
  bus.subscribe('catalog.published', listener);
  bus.emit('catalog.published', { version: 1 });
  expect(heard).toBe(2);
  bus.emit('catalog.published', { version: 2 });
  expect(heard).toBe(3);
});
