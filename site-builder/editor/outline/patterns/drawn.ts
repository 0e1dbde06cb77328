/** What a ready section is made of, as its small drawing shows it. Pure. */
import { blockType } from '@shuxiang/site-blocks'
import type { Pattern } from '@shuxiang/site-templates/patterns'
import type { Locale } from '@shuxiang/site-render'

/** A box of the drawing. One that holds others is drawn around them; `beside`: they stand side by side. */
export interface DrawnBox {
  readonly id: string
  readonly name: string
  readonly beside: boolean
  readonly slots: readonly (readonly DrawnBox[])[]
}

export function drawnBoxes(
  { root, blocks }: Pick<Pattern, 'root' | 'blocks'>,
  locale: Locale,
): readonly DrawnBox[] {
  const box = (id: string): DrawnBox[] => {
    const block = blocks[id]
    if (!block) return []
    const type = blockType(block.type)
    const slots = Object.keys(type?.slots ?? {})
      .map((slot) => (block.slots[slot] ?? []).flatMap(box))
      .filter((boxes) => boxes.length > 0)
    return [{ id, name: type?.label[locale] ?? block.type, beside: slots.length > 1, slots }]
  }
  return root.flatMap(box)
}

/** Names of the blocks that readers see, in reading order. */
export function namesIn(boxes: readonly DrawnBox[]): readonly string[] {
  return boxes.flatMap(({ name, slots }) => (slots.length === 0 ? [name] : namesIn(slots.flat())))
}
