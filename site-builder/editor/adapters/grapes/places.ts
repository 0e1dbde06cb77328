/** Where a block is to stand that was let go between others. Pure. */
import type { DrawnBlock, Standing } from './messages.ts'

export interface Neighbours {
  readonly before: DrawnBlock | undefined
  readonly after: DrawnBlock | undefined
  /** Where it stands when there are none. */
  readonly alone: Pick<Standing, 'parent' | 'slot'>
}

/**
 * Counted by a neighbour, not by what is seen: not every block of a page is drawn, and what two slots hold may stand in one
 * column. The index is the one after the block was taken from where it stood.
 */
export function standingBetween({ before, after, alone }: Neighbours, moved: Standing | undefined): Standing {
  const { parent, slot, index } = before
    ? { ...before, index: before.index + 1 }
    : (after ?? { ...alone, index: 0 })
  const wasBefore = moved?.parent === parent && moved.slot === slot && moved.index < index
  return { parent, slot, index: wasBefore ? index - 1 : index }
}

/** True when a block that is let go there stays where it is. */
export function isSamePlace(one: Standing, other: Standing): boolean {
  return one.parent === other.parent && one.slot === other.slot && one.index === other.index
}

type Slot = Pick<Standing, 'parent' | 'slot'>

/** A slot as a word, and back. */
export const slotKey = ({ parent, slot }: Slot): string => `${parent ?? ''} ${slot}`
export function slotOfKey(key: string): Slot {
  const at = key.lastIndexOf(' ')
  return { parent: key.slice(0, at) || null, slot: key.slice(at + 1) }
}
