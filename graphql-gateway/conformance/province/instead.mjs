// Loaded by `--import` into a process of the product: it reads the province's list in place of the product's.
import { registerHooks } from 'node:module'

const list = new URL('./subgraphs.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@shuxiang/product/subgraphs'
      ? { url: list, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
