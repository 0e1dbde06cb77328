/** What a check finds: where, how grave, and what to do, in a librarian's words. */
import type { Words } from '@shuxiang/vocabulary'
import type { Checkable } from './checkable.ts'

/** `blocks`: the site is not published with it. `warns`: it is, and somebody should look at it. */
export type Severity = 'blocks' | 'warns'

/** What one rule found, before the rule's name is put to it. */
export interface Found {
  readonly severity: Severity
  /** Path of the page; null when it is about the site as a whole. */
  readonly page: string | null
  /** Id of the block on that page. */
  readonly block?: string
  /** Path of the field in the block, such as `title.en` or `items.2.to`. */
  readonly field?: string
  /** What is the matter and what to do, as whole sentences. */
  readonly words: Words
  /** The article of law that asks for it. */
  readonly article?: Words
}

export interface Finding extends Found {
  readonly rule: string
}

/** One thing that is checked. Pure: the same site gives the same findings. */
export interface Rule {
  /** Small letters and hyphens; the name of its file. */
  readonly name: string
  find(site: Checkable): readonly Found[]
}
