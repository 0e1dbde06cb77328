/** Fields of the block `resource-shelf`: what stands on it, by a saved query or picked by hand. */
import { localized } from '@shuxiang/site-model'
import { z } from 'zod'

const facetName = z.enum(['kind', 'period', 'author', 'collection', 'library', 'language'])

const byQuery = z.strictObject({
  from: z.literal('query'),
  query: z.string().max(200),
  filter: z
    .array(z.strictObject({ name: facetName, anyOf: z.array(z.string().min(1).max(200)).min(1).max(20) }))
    .max(6),
  sort: z.enum(['RELEVANCE', 'TITLE', 'OLDEST', 'NEWEST', 'POPULAR']),
  first: z.int().min(1).max(24),
})

const byHand = z.strictObject({
  from: z.literal('picked'),
  /** Ids of records in the order in which they stand, each once. */
  ids: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(12)
    .refine((ids) => new Set(ids).size === ids.length, 'names a record twice'),
})

export const shelfFields = z.strictObject({
  title: localized(60),
  source: z.discriminatedUnion('from', [byQuery, byHand]),
  /** Words of the link to the whole result; none, no link. Only for a saved query. */
  more: localized(40).optional(),
  /** What a reader sees when nothing stands on the shelf: a sentence, or no shelf at all. */
  whenEmpty: z.enum(['hide', 'say']),
})
export type ShelfFields = z.infer<typeof shelfFields>
export type ShelfSource = ShelfFields['source']
