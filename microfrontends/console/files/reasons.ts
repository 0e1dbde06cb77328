/** Reasons of the graph for which this section has its own words, below `refused.`. */
export const ownReasons = [
  'too-large',
  'empty-file',
  'too-many',
  'too-many-open',
  'no-space',
  'working',
  'changed',
  'used',
  'deleted',
  'gone',
  'name',
  'alt',
  'credit',
  'title',
  'language',
] as const
export type OwnReason = (typeof ownReasons)[number]

export const ownReason = (reason: string | undefined): OwnReason | '' =>
  ownReasons.find((one) => one === reason) ?? ''
