/** What presses of the outline do, as edits. Pure but for the ids that are drawn. */
import { blockType, mayStandIn, type BlockType } from '@shuxiang/site-blocks'
import {
  blockOf,
  bounds,
  childrenOf,
  placeOf,
  slotOf,
  subtreeOf,
  type Block,
  type Op,
  type PageDoc,
  type Place,
} from '@shuxiang/site-model'
import type { Pattern } from '@shuxiang/site-templates/patterns'
import { newBlockId } from './new-id.ts'

/** A new block of a type, at a place; with these fields where they are not as the type has them. */
export function inserted(
  type: BlockType,
  at: Place,
  fields: Block['fields'] = {},
): { readonly id: string; readonly op: Op } {
  const id = newBlockId()
  const block: Block = { type: type.type, v: type.v, fields: { ...type.defaults(), ...fields }, slots: {} }
  return { id, op: { op: 'insert', id, at, blocks: { [id]: block } } }
}

/** A copy of a block with all that is inside of it, behind it. Null when it is not there. */
export function copied(doc: PageDoc, id: string): { readonly id: string; readonly op: Op } | null {
  const at = placeOf(doc, id)
  if (!at) return null
  const made = renamed(subtreeOf(doc, id))
  const copy = made.names.get(id)
  if (copy === undefined) return null
  return {
    id: copy,
    op: { op: 'insert', id: copy, at: { ...at, index: at.index + 1 }, blocks: made.blocks },
  }
}

/** The same blocks under ids of their own, changeable. */
function renamed(blocks: Readonly<Record<string, Block>>): {
  readonly names: ReadonlyMap<string, string>
  readonly blocks: Record<string, Block>
} {
  const names = new Map(Object.keys(blocks).map((old) => [old, newBlockId()]))
  return {
    names,
    blocks: Object.fromEntries(
      Object.entries(blocks).map(([old, { locked: _locked, ...block }]): [string, Block] => [
        names.get(old) ?? old,
        {
          ...block,
          slots: Object.fromEntries(
            Object.entries(block.slots).map(([slot, ids]) => [slot, ids.map((one) => names.get(one) ?? one)]),
          ),
        },
      ]),
    ),
  }
}

/** A ready section as a page of its own. */
const alone = ({ root, blocks }: Pick<Pattern, 'root' | 'blocks'>): PageDoc => ({
  schema: 1,
  meta: { title: {} },
  root: [...root],
  blocks: { ...blocks },
})

/** A ready section at a place: one edit for each block that stands there; `id` is the first. Null for one of nothing. */
export function patternPut(
  pattern: Pick<Pattern, 'root' | 'blocks'>,
  at: Place,
): { readonly id: string; readonly ops: readonly Op[] } | null {
  const ops = pattern.root.flatMap((root, n): Extract<Op, { op: 'insert' }>[] => {
    const { names, blocks } = renamed(subtreeOf(alone(pattern), root))
    const id = names.get(root)
    return id === undefined ? [] : [{ op: 'insert', id, at: { ...at, index: at.index + n }, blocks }]
  })
  return ops[0] ? { id: ops[0].id, ops } : null
}

/** Whether all of a ready section may be put into a slot. */
export function mayPutPattern(
  doc: PageDoc,
  pattern: Pick<Pattern, 'root' | 'blocks'>,
  to: Pick<Place, 'parent' | 'slot'>,
): boolean {
  const most =
    to.parent === null
      ? bounds.children
      : (blockType(blockOf(doc, to.parent)?.type ?? '')?.slots[to.slot]?.most ?? 0)
  if ((slotOf(doc, to.parent, to.slot) ?? []).length + pattern.root.length > most) return false
  return pattern.root.every((id) => {
    const type = blockType(pattern.blocks[id]?.type ?? '')
    return type !== undefined && mayStandAt(doc, type, to, depthOf(alone(pattern), id))
  })
}

/** Behind a block, where it is one of the page's own, or behind the one that it is in; else at the end of the page. */
export function placeBehind(doc: PageDoc, id: string | null): Place {
  let at = id === null ? undefined : placeOf(doc, id)
  while (at && at.parent !== null) at = placeOf(doc, at.parent)
  return { parent: null, slot: 'root', index: at ? at.index + 1 : doc.root.length }
}

/** What comes behind a block in its slot, else what comes before it, else the block that it is in; null: the page. */
export function neighbourOf(doc: PageDoc, id: string): string | null {
  const at = placeOf(doc, id)
  const ids = (at && slotOf(doc, at.parent, at.slot)) ?? []
  return at ? (ids[at.index + 1] ?? ids[at.index - 1] ?? at.parent) : null
}

/** One place up (-1) or down (1) among its neighbours; null when there is no further. */
export function shifted(doc: PageDoc, id: string, by: -1 | 1): Op | null {
  const at = placeOf(doc, id)
  const ids = at && slotOf(doc, at.parent, at.slot)
  if (!at || !ids) return null
  const index = at.index + by
  return index < 0 || index >= ids.length ? null : { op: 'move', id, to: { ...at, index } }
}

/** Whether a template gave it, or a block around it, and the nation alone changes it. */
export function isLocked(doc: PageDoc, id: string): boolean {
  if (blockOf(doc, id)?.locked) return true
  const at = placeOf(doc, id)
  return at !== undefined && at.parent !== null && isLocked(doc, at.parent)
}

/** Levels of blocks from this one down: 1 for one that holds none. */
function depthOf(doc: PageDoc, id: string): number {
  const block = blockOf(doc, id)
  return 1 + Math.max(0, ...(block ? childrenOf(block) : []).map((child) => depthOf(doc, child)))
}

/** Levels around a slot of a block: how deep what is put there stands. */
function levelOf(doc: PageDoc, parent: string | null): number {
  const at = parent === null ? null : placeOf(doc, parent)
  return parent === null ? 0 : 1 + levelOf(doc, at?.parent ?? null)
}

/** Whether a block of a type, with so many levels in it, may be put into a slot that has room. */
export function mayStandAt(
  doc: PageDoc,
  type: BlockType,
  { parent, slot }: Pick<Place, 'parent' | 'slot'>,
  levels = 1,
): boolean {
  const ids = slotOf(doc, parent, slot) ?? []
  if (parent === null) return ids.length < bounds.children && levels <= bounds.depth
  const holder = blockOf(doc, parent)
  const around = holder && blockType(holder.type)
  const field = around?.slots[slot]
  if (!around || !field || parent === null || isLocked(doc, parent) || ids.length >= field.most) return false
  if (levels > field.depth || levelOf(doc, parent) + levels > bounds.depth) return false
  return mayStandIn(type, { type: around, slot })
}

/** Whether a block may be moved into a slot of another. */
export function mayMoveTo(doc: PageDoc, id: string, to: Pick<Place, 'parent' | 'slot'>): boolean {
  const block = blockOf(doc, id)
  const type = block && blockType(block.type)
  if (!block || !type || isLocked(doc, id)) return false
  if (to.parent !== null && Object.hasOwn(subtreeOf(doc, id), to.parent)) return false
  const at = placeOf(doc, id)
  if (at && at.parent === to.parent && at.slot === to.slot) return true
  return mayStandAt(doc, type, to, depthOf(doc, id))
}

/** Types that may be put at a place, in the order of the palette. */
export function typesFor(
  doc: PageDoc,
  types: readonly BlockType[],
  at: Pick<Place, 'parent' | 'slot'>,
): readonly BlockType[] {
  return types.filter((type) => mayStandAt(doc, type, at))
}
