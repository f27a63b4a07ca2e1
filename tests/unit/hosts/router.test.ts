import { expect, test, vi } from 'vitest';
import type { Handlers } from '#main/core/handlers.ts';
import { createRouter } from '#main/core/router.ts';
import { ipcContract, type RequestName } from '#shared/contract/ipc/contract.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';

const commandId = '01890000-0000-7000-8000-000000000001';

/** A router whose handlers all fail, but for those that a test gives. */
function routerWith(given: Partial<Handlers<RequestName>>, validateOutput = true) {
  const unused = () => {
    throw new Error('not part of this test');
  };
  const all = Object.fromEntries(Object.keys(ipcContract).map((name) => [name, unused]));
  const logger = recordingLogger();
  const ids = { next: () => 'correlation-1' };
  // Built from the contract's own names, so every one of them is there.
  const handlers = { ...all, ...given } as Handlers<RequestName>;
  return { route: createRouter(handlers, { logger, ids, validateOutput }), logger };
}

test.each(['nothing.here', '', '__proto__', 'constructor', 'toString'])(
  'HST-1 an unknown name is refused: %j',
  async (name) => {
    const { route } = routerWith({});
    const answer = await route(name, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'request.unknown' } });
  },
);

test('HST-2 invalid input is refused with short paths and reasons, and no handler runs', async () => {
  const search = vi.fn();
  const { route } = routerWith({ 'catalog.search': search });
  const answer = await route('catalog.search', { text: 5, limit: 1000, extra: true });
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'input.invalid',
      message: expect.stringMatching(/^Invalid input for catalog\.search: /),
      details: expect.arrayContaining([
        { path: '/text', message: 'must be string' },
        { path: '/limit', message: 'must be <= 100' },
        { path: '/extra', message: 'is not known here' },
      ]),
    },
  });
  expect(search).not.toHaveBeenCalled();
});

test.each([undefined, null, 5, 'text', []])(
  'HST-2 input that is no object is refused: %j',
  async (input) => {
    const { route } = routerWith({});
    const answer = await route('kiosk.info', input);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'input.invalid', details: [{ path: '/', message: 'must be object' }] },
    });
  },
);

test('HST-3 what a handler answers passes through, values and faults alike', async () => {
  const { route } = routerWith({
    'cart.discard': async () => ok({}),
    'bench.state': () => err(fault('bench.disabled', 'No bench here.')),
  });
  const discard = { commandId, cartId: commandId };
  expect(await route('cart.discard', discard)).toEqual({ ok: true, value: {} });
  expect(await route('bench.state', {})).toEqual({
    ok: false,
    error: { code: 'bench.disabled', message: 'No bench here.' },
  });
});

test('HST-4 a throw is logged once with an id, and answered with that id and nothing else', async () => {
  const { route, logger } = routerWith({
    'bench.state': () => {
      throw new Error('secret detail');
    },
  });
  const answer = await route('bench.state', {});
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'internal.failure',
      message: 'Something went wrong (correlation-1).',
      details: { correlationId: 'correlation-1' },
    },
  });
  expect(logger.entries).toHaveLength(1);
  expect(logger.entries[0]).toMatchObject({
    level: 'error',
    fields: { request: 'bench.state', correlationId: 'correlation-1' },
  });
  expect(logger.entries[0]?.fields.error).toContain('secret detail');
});

test('HST-4 a rejected promise is a throw', async () => {
  const { route } = routerWith({ 'bench.state': () => Promise.reject(new Error('later')) });
  expect(await route('bench.state', {})).toMatchObject({
    ok: false,
    error: { code: 'internal.failure' },
  });
});

test('HST-5 an answer that breaks its schema is a failure where answers are checked', async () => {
  // A handler that lies about its type, as a bug would.
  const wrong = {
    'catalog.search': () => ok({ hits: 'none' }),
  } as unknown as Handlers<'catalog.search'>;
  const { route, logger } = routerWith(wrong);
  expect(await route('catalog.search', { text: '' })).toMatchObject({
    ok: false,
    error: { code: 'internal.failure' },
  });
  expect(logger.entries[0]?.fields.error).toContain('catalog.search breaks its schema');
  const unchecked = routerWith(wrong, false);
  expect(await unchecked.route('catalog.search', { text: '' })).toEqual(ok({ hits: 'none' }));
});

test('HST-5 a code that the contract does not name is a failure where answers are checked', async () => {
  const wrong = {
    'kiosk.info': () => err(fault('cart.full', 'No.')),
  } as unknown as Handlers<'kiosk.info'>;
  const { route, logger } = routerWith(wrong);
  expect(await route('kiosk.info', {})).toMatchObject({ error: { code: 'internal.failure' } });
  expect(logger.entries[0]?.fields.error).toContain('may not answer cart.full');
});
