/** What a ready section is: blocks that belong together, put onto a page by one press. */
import type { Words } from '@shuxiang/vocabulary'
import type { TemplateBlock } from '../block.ts'

export interface Pattern {
  readonly id: string
  /** What it is called in the palette. */
  readonly words: Words
  /** What comes, and for what it is good. */
  readonly about: Words
  /** What stands one below the other where it is put. */
  readonly root: readonly string[]
  /** All of its blocks, by names of its own: on a page they get others. */
  readonly blocks: Readonly<Record<string, TemplateBlock>>
}
