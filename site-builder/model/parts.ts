/**
 * Parts that many sites show and one library keeps: a page of the nation's or the province's site below `/parts/`, put in
 * place of a block that names it. Pure.
 */
import type { Block, PageDoc } from './page.ts'
import { bounds, partsAt } from './page.ts'
import { blockOf } from './tree.ts'

/** Type of the block that stands for a part. */
export const sharedPart = 'shared-part'

/** Whose part it is. */
export type PartKeeper = 'nation' | 'province'

export interface PartReference {
  readonly from: PartKeeper
  /** Path of the page on the keeper's site. */
  readonly path: string
}

/** In one word, as a key of what is found. */
export const partKey = ({ from, path }: PartReference): string => `${from}:${path}`

/** What may stand behind `/parts/` in the address of a part. */
export const isPartName = (name: string): boolean => /^[\p{L}\p{M}\p{N}_-]{1,80}$/u.test(name)

/** The part that a block names; null for other blocks and for one that names none yet. */
export function partOf({ type, fields }: Block): PartReference | null {
  if (type !== sharedPart) return null
  const { from, part } = fields
  if ((from !== 'nation' && from !== 'province') || typeof part !== 'string') return null
  return isPartName(part) ? { from, path: `${partsAt}${part}` } : null
}

/** The parts that a page names, each once. */
export function partsOf(doc: PageDoc): readonly PartReference[] {
  const found = Object.values(doc.blocks).flatMap((block) => partOf(block) ?? [])
  return [...new Map(found.map((one) => [partKey(one), one])).values()]
}

/**
 * The page with the blocks of each part in place of the block that names it. Parts hold no parts: what names one inside of a
 * part is left out, as is a part that is not there or would make the page larger than a page may be.
 */
export const withParts = (doc: PageDoc, parts: ReadonlyMap<string, PageDoc>): PageDoc =>
  partsPut(doc, parts).doc

export interface PartsPut {
  readonly doc: PageDoc
  /** By the id of each block that came with a part: the block of the page that names the part. */
  readonly namedBy: ReadonlyMap<string, string>
}

/** As `withParts`, for who has to know what came from where. */
export function partsPut(doc: PageDoc, parts: ReadonlyMap<string, PageDoc>): PartsPut {
  const namedBy = new Map<string, string>()
  const blocks: Record<string, Block> = {}
  for (const [id, block] of Object.entries(doc.blocks)) if (block.type !== sharedPart) blocks[id] = block
  const root = doc.root.flatMap((id): readonly string[] => {
    const block = blockOf(doc, id)
    if (block?.type !== sharedPart) return [id]
    const reference = partOf(block)
    const part = reference && parts.get(partKey(reference))
    return part ? put(id, block, part, { blocks, namedBy }) : []
  })
  return { doc: { ...doc, root: root.slice(0, bounds.children), blocks }, namedBy }
}

/** Adds the blocks of a part under ids of their own, shown when the block that names it is; the ids of its topmost ones. */
function put(
  id: string,
  { show }: Block,
  part: PageDoc,
  { blocks, namedBy }: { readonly blocks: Record<string, Block>; readonly namedBy: Map<string, string> },
): readonly string[] {
  const inside = Object.entries(part.blocks).filter(([, { type }]) => type !== sharedPart)
  if (Object.keys(blocks).length + inside.length > bounds.blocks) return []
  const own = new Map(inside.map(([inner], n) => [inner, ownId(id, n, blocks)]))
  const named = (ids: readonly string[]): string[] => ids.flatMap((inner) => own.get(inner) ?? [])
  for (const [inner, block] of inside) {
    const slots = Object.fromEntries(Object.entries(block.slots).map(([name, ids]) => [name, named(ids)]))
    const topmost = part.root.includes(inner)
    const ownInner = own.get(inner) ?? ''
    blocks[ownInner] = { ...block, slots, ...(topmost && show && !block.show && { show }) }
    namedBy.set(ownInner, id)
  }
  return named(part.root)
}

function ownId(id: string, n: number, taken: Readonly<Record<string, Block>>): string {
  const own = `${id.slice(0, 50)}-${n}`
  return Object.hasOwn(taken, own) ? `${own}p` : own
}
