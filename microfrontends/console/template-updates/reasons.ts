/** Reasons of the graph for which this section has its own words, below `refused.`. */
export const ownReasons = [
  'nothing-new',
  'changed',
  'clashes',
  'too-many-pages',
  'path-taken',
  'faults',
  'too-long',
] as const
export type OwnReason = (typeof ownReasons)[number]
