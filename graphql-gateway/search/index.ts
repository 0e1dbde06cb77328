/** Search over records: the engine contract, the query language of the box, the engines, and the feed. */

export * from './contract.ts'
export { ANALYSIS_VERSION } from './analysis/version.ts'
export { createFeed, type DirtyRecord, type Feed, type FeedOptions, type FeedSource } from './feed.ts'
export { highlight } from './query/highlight.ts'
export { parseBox } from './query/parse-box.ts'
export { readingOf } from './query/reading.ts'
export { openEmbeddedEngine, type EmbeddedOptions } from './embedded/engine.ts'
