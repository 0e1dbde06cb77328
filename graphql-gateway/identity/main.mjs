// The entry of the identity process. Node keeps compiled code between starts, which must be on before anything is
// imported. JavaScript, for it runs before the kept code is looked at: as TypeScript it would load the type stripper.
import { enableCompileCache } from 'node:module'

enableCompileCache()
process.env['NODE_ENV'] ??= 'production'
await import('./identity-process.ts')
