// Parent of the fields of `Suggestion`.

export interface SuggestionNode {
  readonly text: string
  readonly kind: string
  readonly count: number
  readonly url: string
  readonly name: string | null
  readonly of: string | null
  /** The record that a title is the title of, where it is exactly one. */
  readonly titleOf: string | null
  /** In which the reader wants its texts; null: as their sources have them. */
  readonly script: 'HANS' | 'HANT' | null
}
