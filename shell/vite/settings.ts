/** What every build and the development server agree on. */
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { InlineConfig, PluginOption } from 'vite'
import { cssScope } from './css-scope.ts'

/** Modules every page shares through the import map; a microfrontend never carries its own copy. */
export const SHARED = ['vue', 'pinia', 'vue-router', '@shuxiang/sdk/contract', '@shuxiang/sdk'] as const
export type SharedName = (typeof SHARED)[number]

/** Folder of the SDK's sources. */
export const sdkFolder = dirname(createRequire(import.meta.url).resolve('@shuxiang/sdk/contract'))

const fromSdk = createRequire(join(sdkFolder, 'index.ts'))
const vuePackage = fromSdk.resolve('vue/package.json')

/**
 * Vue without its template compiler: templates are compiled at build time, and the compiler would need `unsafe-eval`.
 * Node's own choice of entry would be CommonJS with the compiler in it.
 */
export const vueSources = {
  runtime: join(dirname(vuePackage), 'dist/vue.runtime.esm-bundler.js'),
  serverRenderer: join(
    dirname(createRequire(vuePackage).resolve('@vue/server-renderer/package.json')),
    'dist/server-renderer.esm-bundler.js',
  ),
}

/** Oldest browsers that understand the integrity of import maps without ignoring it. */
export const BROWSERS = ['chrome127', 'edge127', 'firefox138', 'safari18']

/** Feature flags of Vue: no Options API, no devtools in production. */
export function vueFlags(mode: 'production' | 'development'): Record<string, string> {
  const development = mode === 'development'
  return {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: String(development),
    'process.env.NODE_ENV': JSON.stringify(mode),
  }
}

/**
 * The Vite plugins of a microfrontend. Component ids begin from its name: two microfrontends with `src/App.vue` would
 * otherwise share one scope id and one hot-reload record.
 */
export function microfrontend(name: string, mode: 'production' | 'development' = 'production'): PluginOption {
  return [
    {
      name: 'shuxiang:mode',
      enforce: 'pre',
      // Vite takes it from NODE_ENV: built from a test, components would carry their files' names and hot-reload records.
      configResolved: (config) => void Object.assign(config, { isProduction: mode === 'production' }),
    },
    vue({
      features: {
        optionsAPI: false,
        componentIdGenerator: (path, source, isProduction) =>
          createHash('sha256')
            .update(`${name}\0${path}\0${isProduction ? source : ''}`)
            .digest('hex')
            .slice(0, 8),
      },
    }),
    {
      name: 'shuxiang:css-scope',
      config: () => ({ css: { postcss: { plugins: [cssScope(name)] } } }),
    },
  ]
}

/** File names that change with their content, in one folder. */
export const hashedOutput = {
  format: 'es',
  entryFileNames: '[name].[hash].js',
  chunkFileNames: '[name].[hash].js',
  assetFileNames: '[name].[hash][extname]',
} as const

/** Quiet, independent of any vite.config of the surroundings. */
export function baseConfig(root: string, mode: 'production' | 'development'): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    root,
    mode,
    base: './',
    logLevel: 'warn',
    define: vueFlags(mode),
    publicDir: false,
  }
}
