/** Blocks that a template gave and that the nation alone changes. Pure. */
import { isSame, isSameBlock } from './content.ts'
import type { PageDoc } from './page.ts'
import { blockOf, slotsByBlock, subtreeOf } from './tree.ts'

const lockedIn = (doc: PageDoc): string[] =>
  Object.entries(doc.blocks).flatMap(([id, { locked }]) => (locked === true ? [id] : []))

/** The same block with the same inside of it, in the same slot of the same block. */
function isUntouched(id: string, before: PageDoc, after: PageDoc): boolean {
  const [from, to] = [slotsByBlock(before).get(id), slotsByBlock(after).get(id)]
  if (!to || from?.parent !== to.parent || from?.slot !== to.slot) return false
  const [was, is] = [subtreeOf(before, id), subtreeOf(after, id)]
  const inside = Object.entries(was)
  return (
    inside.length === Object.keys(is).length &&
    inside.every(([inner, block]) => {
      const now = blockOf(after, inner)
      return now !== undefined && isSameBlock(block, now) && isSame(block.slots, now.slots)
    })
  )
}

/**
 * Locked blocks that are otherwise after an edit: changed, taken away, put elsewhere, changed inside, or locked anew.
 * Other blocks may come and go before and behind them.
 */
export function lockedTouched(before: PageDoc, after: PageDoc): string[] {
  const known = lockedIn(before)
  return [
    ...known.filter((id) => !isUntouched(id, before, after)),
    ...lockedIn(after).filter((id) => !known.includes(id)),
  ]
}
