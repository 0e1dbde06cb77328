// The entry of the gateway process. Node keeps compiled code between starts (in NODE_COMPILE_CACHE, else in a folder
// for temporary files), which takes about a third off the CPU of a start; that must be on before anything is imported.
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./gateway-process.ts')
