import { defineConfig } from 'vitest/config';

const isLong = process.env.npm_lifecycle_event === 'test:long';

export default defineConfig({
  test: {
    include: [isLong ? 'tests/long/**/*.test.ts' : 'tests/**/*.test.ts'],
    // Half a minute of starts and kills: `npm run test:long`.
    exclude: isLong ? [] : ['tests/long/**'],
    setupFiles: ['tests/support/loopback-only.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Many tests wait for child processes: one worker a core, not one fewer.
    maxWorkers: '100%',
  },
});
