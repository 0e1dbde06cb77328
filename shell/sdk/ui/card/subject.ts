/** What a card shows. Small on purpose: it is no type of the graph, so that any answer fits it. */

export interface CardSubject {
  /** Decides the look of the drawn cover, together with `kind` and `title`. */
  readonly id: string
  readonly kind: string
  readonly title: string
  /** Language of title and snippet, as `lang` has it. */
  readonly language?: string | undefined
  readonly picture?: string | undefined
}

/** A piece of text; `marked` where it holds the words that were looked for. */
export interface TextRun {
  readonly text: string
  readonly marked: boolean
}
