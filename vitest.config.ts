import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Many tests wait for child processes: one worker a core, not one fewer.
    maxWorkers: '100%',
  },
});
