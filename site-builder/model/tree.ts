/** Looking around in the tree that a flat page document stands for. */
import type { Block, PageDoc } from './page.ts'

/** Where a block stands. Without a parent it stands in the page itself, whose only slot is `root`. */
export interface Place {
  readonly parent: string | null
  readonly slot: string
  /** Position among its siblings, from 0. */
  readonly index: number
}

/** Own block of that id; an id such as `toString` finds nothing. */
export function blockOf(doc: PageDoc, id: string): Block | undefined {
  return Object.hasOwn(doc.blocks, id) ? doc.blocks[id] : undefined
}

/** Ids in a slot; undefined when there is no such parent. A slot that holds nothing yet is empty. */
export function slotOf(doc: PageDoc, parent: string | null, slot: string): readonly string[] | undefined {
  if (parent === null) return slot === 'root' ? doc.root : undefined
  const holder = blockOf(doc, parent)
  if (!holder) return undefined
  return Object.hasOwn(holder.slots, slot) ? (holder.slots[slot] ?? []) : []
}

/** Ids of the blocks directly inside, slot by slot. */
export function childrenOf(block: Block): readonly string[] {
  return Object.values(block.slots).flat()
}

/** Where a block stands; undefined when it stands nowhere. */
export function placeOf(doc: PageDoc, id: string): Place | undefined {
  const index = doc.root.indexOf(id)
  if (index >= 0) return { parent: null, slot: 'root', index }
  for (const [parent, holder] of Object.entries(doc.blocks))
    for (const [slot, ids] of Object.entries(holder.slots)) {
      const at = ids.indexOf(id)
      if (at >= 0) return { parent, slot, index: at }
    }
  return undefined
}

/** In which slot of which block each block stands. */
export function slotsByBlock(doc: PageDoc): ReadonlyMap<string, Pick<Place, 'parent' | 'slot'>> {
  const places = new Map<string, Pick<Place, 'parent' | 'slot'>>()
  for (const id of doc.root) places.set(id, { parent: null, slot: 'root' })
  for (const [parent, holder] of Object.entries(doc.blocks))
    for (const [slot, ids] of Object.entries(holder.slots))
      for (const id of ids) places.set(id, { parent, slot })
  return places
}

/** The block and everything inside of it, by id. */
export function subtreeOf(doc: PageDoc, id: string): Record<string, Block> {
  const found: Record<string, Block> = {}
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const holder = blockOf(doc, next)
    if (!holder || Object.hasOwn(found, next)) continue
    found[next] = holder
    open.push(...childrenOf(holder))
  }
  return found
}
