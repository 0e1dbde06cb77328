// Parent of the fields of `Suggestion`.
import type { PersonDoc } from '../../model/authority.ts'

export interface SuggestionNode {
  readonly text: string
  readonly kind: string
  readonly count: number
  readonly url: string
  readonly name: string | null
  readonly of: string | null
  /** The record that a title is the title of, where it is exactly one. */
  readonly titleOf: string | null
  /** Whom a name is of, where it is one person. */
  readonly person: PersonDoc | null
  /** In which the reader wants its texts; null: as their sources have them. */
  readonly script: 'HANS' | 'HANT' | null
}
