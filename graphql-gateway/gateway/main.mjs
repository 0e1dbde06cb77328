// The entry of the gateway process. Node keeps compiled code between starts (in NODE_COMPILE_CACHE, else in a folder
// for temporary files), which takes about a third off the CPU of a start; that must be on before anything is imported.
// JavaScript, for it runs before the kept code is looked at: as TypeScript it would load Node's type stripper each time.
import { enableCompileCache, getCompileCacheDir } from 'node:module'

enableCompileCache()
// Worker threads (store, search) learn of it from the environment only.
const folder = getCompileCacheDir()
if (folder !== undefined) process.env['NODE_COMPILE_CACHE'] ??= folder
// Without it graphql-js looks at every value for signs of a second copy of itself.
process.env['NODE_ENV'] ??= 'production'
await import('./gateway-process.ts')
