import { defineConfig } from 'vitest/config';

/** Tests that touch files, processes or the real database take their time on a busy machine. */
const slow = { testTimeout: 60_000, hookTimeout: 60_000 };
const withPrograms = { globalSetup: 'tests/helpers/bundle-programs.ts' };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          // They share nothing that one could leave to the next; loading every module anew takes longer.
          isolate: false,
          setupFiles: ['tests/helpers/fresh-file.ts'],
        },
      },
      // They wait for processes and databases more than they compute.
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          ...slow,
          ...withPrograms,
        },
      },
      {
        test: {
          name: 'integration',
          sequence: { groupOrder: 1 },
          include: ['tests/integration/**/*.test.ts'],
          maxWorkers: 3,
          ...slow,
          ...withPrograms,
        },
      },
      {
        test: {
          name: 'faults',
          sequence: { groupOrder: 2 },
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 60_000,
          ...withPrograms,
          // A share of them waits more than it computes; whole, they have the machine to themselves.
          maxWorkers: process.env.BLENDBAR_FAULTS === 'full' ? 1 : 2,
        },
      },
    ],
  },
});
