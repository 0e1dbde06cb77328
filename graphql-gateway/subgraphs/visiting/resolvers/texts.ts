// Texts by language, as the graph has them.
import type { Words } from '../hours/model.ts'

export function textsOf(words: Words): { readonly language: string; readonly text: string }[] {
  return Object.entries(words).map(([language, text]) => ({ language, text }))
}
