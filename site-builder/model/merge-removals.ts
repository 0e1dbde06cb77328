/** Which blocks are left when two people took some away. Pure. */
import { isSameBlock } from './content.ts'
import type { PageDoc } from './page.ts'
import { blockOf, childrenOf, slotsByBlock, subtreeOf } from './tree.ts'

/** What one side took away. */
interface Removals {
  /** Blocks that are gone: the other side left them as they were. */
  readonly gone: readonly string[]
  /** Blocks, each with all that was inside, that stay: the other side changed something there. */
  readonly kept: readonly string[]
}

/** Whether a side changed a block, moved it, or put something into it. */
function isTouched(id: string, base: PageDoc, side: PageDoc): boolean {
  const [was, is] = [blockOf(base, id), blockOf(side, id)]
  if (!was || !is) return false
  const [from, to] = [slotsByBlock(base).get(id), slotsByBlock(side).get(id)]
  if (from?.parent !== to?.parent || from?.slot !== to?.slot) return true
  const before = childrenOf(was)
  return !isSameBlock(was, is) || childrenOf(is).some((child) => !before.includes(child))
}

/** What `side` took away of what `other` still has. */
export function removals(base: PageDoc, side: PageDoc, other: PageDoc): Removals {
  const taken = new Set(Object.keys(base.blocks).filter((id) => !blockOf(side, id) && blockOf(other, id)))
  const places = slotsByBlock(base)
  const gone: string[] = []
  const kept: string[] = []
  for (const id of taken) {
    const parent = places.get(id)?.parent ?? null
    if (parent !== null && taken.has(parent)) continue
    const whole = Object.keys(subtreeOf(base, id)).filter((inner) => taken.has(inner))
    if (whole.some((inner) => isTouched(inner, base, other))) kept.push(id)
    else gone.push(...whole)
  }
  return { gone, kept }
}
