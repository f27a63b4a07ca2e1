import { afterAll, vi } from 'vitest';

// Unit tests share their modules: what one file put in place of a global must not be there for the next.
afterAll(() => {
  vi.unstubAllGlobals();
});
