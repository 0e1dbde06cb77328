// How long a text is, said once for what is stored and what is searched.

/** UTF-16 units of a text. */
export function lengthOf(paragraphs: readonly { readonly text: string }[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}
