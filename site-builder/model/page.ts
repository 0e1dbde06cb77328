/** The document of a page: a flat map of blocks by id, and the order in which they stand. */
import { z } from 'zod'
import { localized } from './text.ts'

/** Version of this shape. */
export const pageSchema = 1

export const bounds = { blocks: 400, depth: 4, slots: 12, children: 200 } as const

/** Begins with a letter or digit: `__proto__` is no id. */
export const blockId = z
  .string()
  .regex(
    /^[a-z0-9][A-Za-z0-9_-]{0,63}$/,
    'is no block id: a small letter or digit, then letters, digits, _ and -',
  )
export const slotName = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/, 'is no slot name')
export const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, 'is no field name')

/** When a block is shown; instants in ISO 8601 with an offset. Absent: always. */
export const show = z.strictObject({
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
})

export const block = z.strictObject({
  /** Which block it is, such as `hero-search`. An unknown type is kept and shown as nothing. */
  type: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'is no block type'),
  /** Version of the block's fields. */
  v: z.int().min(1).max(1000),
  fields: z.record(fieldName, z.json()),
  /** An empty slot is not written: a block that was put in and taken out again leaves no trace. */
  slots: z
    .record(slotName, z.array(blockId).max(bounds.children))
    .refine((slots) => Object.keys(slots).length <= bounds.slots, `has more than ${bounds.slots} slots`)
    .transform((slots) => Object.fromEntries(Object.entries(slots).filter(([, ids]) => ids.length > 0))),
  show: show.optional(),
  /** Given by a template: the block, its place and what is inside of it are changed by the nation only. */
  locked: z.literal(true).optional(),
})
export type Block = z.infer<typeof block>

export const meta = z.strictObject({
  title: localized(200),
  description: localized(500).optional(),
  /** The page stands from this instant on, and until this one; absent: always. Whoever comes before or after finds no page. */
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
})
export type Meta = z.infer<typeof meta>

export const pageDoc = z.strictObject({
  schema: z.literal(pageSchema),
  meta,
  root: z.array(blockId).max(bounds.children),
  blocks: z.record(blockId, block),
})
/** A page as it is stored. Values of this type went through `parsePage`. */
export type PageDoc = z.infer<typeof pageDoc>

/** Pages below it are parts of other pages (`parts.ts`), and none that readers find. */
export const partsAt = '/parts/'

/** Whether readers find a page at an instant. The home page always stands; parts never do. */
export function isPageShown(
  path: string,
  { meta: { from, until } }: { readonly meta: Pick<Meta, 'from' | 'until'> },
  now: Date,
): boolean {
  if (path === '/') return true
  if (path.startsWith(partsAt)) return false
  return (
    (from === undefined || Date.parse(from) <= now.getTime()) &&
    (until === undefined || now.getTime() < Date.parse(until))
  )
}
