// Loaded by `--import` into a process of the product: it reads the province's lists in place of the product's.
import { registerHooks } from 'node:module'

const lists = ['subgraphs', 'sources']
const instead = new Map(
  lists.map((list) => [`@shuxiang/product/${list}`, new URL(`./${list}.ts`, import.meta.url).href]),
)

registerHooks({
  resolve(specifier, context, next) {
    const url = instead.get(specifier)
    return url === undefined
      ? next(specifier, context)
      : { url, format: 'module-typescript', shortCircuit: true }
  },
})
