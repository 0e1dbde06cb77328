/** What somebody wants who drags on the page, as edits, and where what is dragged may be let go. Pure but for ids that are drawn. */
import { blockType, type BlockType } from '@shuxiang/site-blocks'
import { blockOf, childrenOf, slotOf, type Op, type PageDoc, type Place } from '@shuxiang/site-model'
import type { Locale } from '@shuxiang/site-render'
import type { Pattern } from '@shuxiang/site-templates/patterns'
import { inserted, mayMoveTo, mayPutPattern, mayStandAt, patternPut } from './presses.ts'

/** What is dragged: a block of the page, or a type or a ready section of the palette. */
export type Dragged = { readonly id: string } | { readonly type: BlockType } | { readonly pattern: Pattern }

/** A slot that takes what is dragged. */
export interface TakingPlace {
  readonly parent: string | null
  readonly slot: string
  /** What it is called where nothing stands in it; null where something does. */
  readonly empty: string | null
}

function takes(doc: PageDoc, dragged: Dragged, to: Pick<Place, 'parent' | 'slot'>): boolean {
  if ('pattern' in dragged) return mayPutPattern(doc, dragged.pattern, to)
  return 'id' in dragged ? mayMoveTo(doc, dragged.id, to) : mayStandAt(doc, dragged.type, to)
}

/** Every slot of the page that takes what is dragged. */
export function placesTaking(doc: PageDoc, dragged: Dragged, locale: Locale): readonly TakingPlace[] {
  const root = { parent: null, slot: 'root', empty: null }
  const inside = Object.entries(doc.blocks).flatMap(([parent, block]) =>
    Object.entries(blockType(block.type)?.slots ?? {}).map(([slot, { label }]) => ({
      parent,
      slot,
      empty: (slotOf(doc, parent, slot) ?? []).length === 0 ? label[locale] : null,
    })),
  )
  return [root, ...inside].filter((place) => takes(doc, dragged, place))
}

/** The edits that put what is dragged there, and the block that it is about; null when it may not stand there. */
export function letGo(
  doc: PageDoc,
  dragged: Dragged,
  to: Place,
): { readonly id: string; readonly ops: readonly Op[] } | null {
  if (!takes(doc, dragged, to)) return null
  if ('pattern' in dragged) return patternPut(dragged.pattern, to)
  if ('id' in dragged) return { id: dragged.id, ops: [{ op: 'move', id: dragged.id, to }] }
  const { id, op } = inserted(dragged.type, to)
  return { id, ops: [op] }
}

/** A block and where it stands. */
export interface PlacedBlock extends Place {
  readonly id: string
}

/** Every block of the page with its place, from the first to the last. */
export function placedBlocks(doc: PageDoc): readonly PlacedBlock[] {
  const below = (parent: string | null, slot: string): PlacedBlock[] =>
    (slotOf(doc, parent, slot) ?? []).flatMap((id, index) => {
      const block = blockOf(doc, id)
      if (!block || childrenOf(block).includes(id)) return []
      return [{ id, parent, slot, index }, ...Object.keys(block.slots).flatMap((name) => below(id, name))]
    })
  return below(null, 'root')
}
