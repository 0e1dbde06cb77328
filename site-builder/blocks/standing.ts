/** Which blocks of a document stand on the page, in which order and depth, each with its fields checked. */
import { blockOf, bounds } from '@shuxiang/site-model'
import type { Block, PageDoc } from '@shuxiang/site-model'
import type { Asks } from './answers/ask.ts'
import { contextWith } from './context-with.ts'
import type { BlockContext, BlockType, BoundBlock, Level, RenderContext } from './contract.ts'
import { below } from './levels.ts'
import { bindBlock } from './registry.ts'
import { mayStandIn } from './slots.ts'

/** A block that is drawn. */
export interface Standing {
  readonly id: string
  readonly bound: BoundBlock
  readonly context: Omit<BlockContext, 'shown'>
  /** Its questions, worked out once. */
  readonly asks: Asks
  readonly slots: Readonly<Record<string, readonly Standing[]>>
}

function shown({ show }: Block, now: string, turns: Set<string>): boolean {
  const at = Date.parse(now)
  for (const turn of [show?.from, show?.to]) if (turn !== undefined) turns.add(turn)
  if (show?.from !== undefined && at < Date.parse(show.from)) return false
  return show?.to === undefined || at < Date.parse(show.to)
}

interface Place {
  readonly level: Level
  /** Levels of blocks that may still stand here. */
  readonly depth: number
  /** The block around it and the name of its slot; null on the page itself. */
  readonly around: { readonly type: BlockType; readonly slot: string } | null
}

/**
 * Blocks that are drawn, in order. An unknown type and wrong fields are left out: the rest of the page stands.
 * @param now the instant of the context, which is not read here
 * @param turns is told the instants at which the page will be another one
 */
export function standing(
  doc: PageDoc,
  context: RenderContext,
  now: string = context.now,
  turns = new Set<string>(),
): Standing[] {
  let opened = false

  function at(ids: readonly string[], place: Place): Standing[] {
    if (place.depth < 1) return []
    const most = place.around?.type.slots[place.around.slot]?.most ?? bounds.children
    return ids.slice(0, most).flatMap((id): Standing[] => {
      const block = blockOf(doc, id)
      if (!block || !shown(block, now, turns)) return []
      const found = bindBlock(block)
      if (!found?.ok) return []
      const bound = found.value
      if (!mayStandIn(bound.type, place.around)) return []
      const opens = bound.opens && place.around === null && !opened
      if (opens) opened = true
      const level = opens ? 1 : place.level
      const here = contextWith(context, { level, inside: place.around !== null })
      const inner = bound.heads ? below(level) : place.level
      const slots = Object.entries(bound.type.slots).map(([slot, { depth }]) => {
        const children = Object.hasOwn(block.slots, slot) ? (block.slots[slot] ?? []) : []
        const left = Math.min(place.depth - 1, depth)
        return [
          slot,
          at(children, { level: inner, depth: left, around: { type: bound.type, slot } }),
        ] as const
      })
      return [{ id, bound, context: here, asks: bound.asks(context), slots: Object.fromEntries(slots) }]
    })
  }

  return at(doc.root, { level: 2, depth: bounds.depth, around: null })
}
