/** Search over records: the engine contract, the query language of the box, and the engines. */

export * from './contract.ts'
export { ANALYSIS_VERSION } from './analysis/version.ts'
export { highlight, type HighlightOptions } from './query/highlight.ts'
export { parseBox } from './query/parse-box.ts'
export { createMemoryEngine } from './memory/engine.ts'
