/** Whether the site tells something: by a block that is made for it, or under a heading that names it. */
import type { Checkable } from '../checkable.ts'
import { writtenOn } from '../texts.ts'

export interface Subject {
  /** Types of blocks that tell it by themselves. */
  readonly blocks: readonly string[]
  /** A heading, or the title of a page, that names it. */
  readonly headings: RegExp
}

export function tells({ pages }: Checkable, { blocks, headings }: Subject): boolean {
  return [...pages].some(
    ([page, doc]) =>
      Object.values(doc.blocks).some(({ type }) => blocks.includes(type)) ||
      writtenOn(page, doc).texts.some(({ heads, text }) => heads && headings.test(text)),
  )
}
