import { defineConfig } from 'vitest/config';

/** The folder says what a test costs: nothing, a built site, or a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/tests/unit/**/*.test.ts'],
          // A busy machine is no failure.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['src/tests/build/**/*.test.ts'],
          globalSetup: 'src/tests/build/setup.ts',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/tests/browser/**/*.test.ts'],
          globalSetup: 'src/tests/browser/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'hosts',
          include: ['src/tests/hosts/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
