import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/tools/build-once.ts'],
    testTimeout: 60_000,
    // One for each core: the tests keep nothing else busy.
    maxWorkers: '100%',
  },
});
