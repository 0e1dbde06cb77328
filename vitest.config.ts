import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Three sets: unit tests beside their sources, integration over real parts, browser tests over the product, in two that run beside each other. */
const outside = ['**/node_modules/**', '.build/**', '.data/**', '.tmp/**']

export default defineConfig({
  plugins: [vue()],
  test: {
    // Left to itself vitest keeps one core free, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    // What a failure expected and got stands whole in its message: a log may be all there is of it.
    chaiConfig: { truncateThreshold: 300 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...outside, '**/*.integration.test.ts', '**/*.e2e.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: outside,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['shell/e2e/**/*.e2e.test.ts'],
          globalSetup: ['shell/e2e/global-setup.ts'],
          // The tests share one product and two cores.
          fileParallelism: false,
          exclude: [...outside, '**/*.alone.e2e.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          // Those that bring their own product or none: run beside the others, one after the other.
          name: 'e2e-alone',
          include: ['shell/e2e/**/*.alone.e2e.test.ts'],
          fileParallelism: false,
          exclude: outside,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
