import { afterAll, expect, vi } from 'vitest';

// Unit tests share their modules (`isolate: false`). A store of the renderer is state, so each of its files has its own.
if (expect.getState().testPath?.includes('/renderer/') === true) vi.resetModules();

// What one file put in place of a global must not be there for the next.
afterAll(() => {
  vi.unstubAllGlobals();
});
