/** What the queries of `library-directory` answer, checked. */
import { z } from 'zod'

const label = z.string().max(500)
const named = z.object({ id: label, name: label })
const counted = z.object({ id: label, name: label, libraryCount: z.int().min(0) })

export const nation = z.object({
  regions: z.array(counted).max(100),
  libraries: z.object({ totalCount: z.int().min(0) }).nullable(),
})
export type Nation = z.infer<typeof nation>

export const oneRegion = z.object({
  region: z.object({
    ...named.shape,
    parent: z.object({ ...named.shape, parent: named.nullish() }).nullish(),
  }),
  regions: z.array(counted).max(500),
  libraries: z.object({
    totalCount: z.int().min(0),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: label.nullable() }),
    edges: z
      .array(z.object({ node: z.object({ ...named.shape, level: label, demonstration: z.boolean() }) }))
      .max(500),
  }),
})
/** An answer in which there is no region. */
export const noRegion = z.object({ region: z.null() })
export type OneRegion = z.infer<typeof oneRegion>
