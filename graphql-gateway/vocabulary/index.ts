// Public door of the vocabulary.
export * from './words.ts'
export * from './portal.ts'
export * from './kinds.ts'
export * from './roles.ts'
export * from './codes.ts'
export * from './facets.ts'
export * from './formats.ts'
