/** The build of the portal's browser parts: releases of microfrontends, the shared set, the runtime. */
export { buildMicrofrontend, readAuthored, type BuiltRelease } from './build.ts'
export { buildShared } from './shared.ts'
export { buildRuntime } from './runtime.ts'
export { shellTargets, type BuildTarget } from './targets.ts'
export { microfrontend, SHARED } from './settings.ts'
export { integrityOf, compress } from './files.ts'
