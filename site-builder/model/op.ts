/** Edits of a page. The set is closed: whoever handles ops handles all of them. */
import { z } from 'zod'
import { block, blockId, show, slotName } from './page.ts'

const place = z.strictObject({
  parent: blockId.nullable(),
  slot: slotName,
  index: z.int().min(0).max(10_000),
})

/** Steps into fields or meta, such as `['title', 'zh-CN']`. */
const path = z
  .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, 'is no field'))
  .min(1)
  .max(4)

export const op = z.discriminatedUnion('op', [
  /** Put a block, with all that is inside of it, at a place. */
  z.strictObject({ op: z.literal('insert'), id: blockId, at: place, blocks: z.record(blockId, block) }),
  /** Take a block away with all that is inside of it. */
  z.strictObject({ op: z.literal('remove'), id: blockId }),
  /** Put a block elsewhere. The index counts without the block itself. */
  z.strictObject({ op: z.literal('move'), id: blockId, to: place }),
  /** Set a value in a block's fields; without a value, take it away. */
  z.strictObject({ op: z.literal('setField'), id: blockId, path, value: z.json().optional() }),
  /** Put the blocks of a slot in another order. */
  z.strictObject({
    op: z.literal('setSlotOrder'),
    parent: blockId.nullable(),
    slot: slotName,
    order: z.array(blockId).max(1000),
  }),
  /** Say when a block is shown; without times, always. */
  z.strictObject({ op: z.literal('setShow'), id: blockId, show: show.optional() }),
  /** Set a value of the page's own data; without a value, take it away. */
  z.strictObject({ op: z.literal('setMeta'), path, value: z.json().optional() }),
])
export type Op = z.infer<typeof op>
