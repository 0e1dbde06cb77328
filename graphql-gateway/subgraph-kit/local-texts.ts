// Texts by language, as the graph has them.

export function textsOf(
  words: Readonly<Record<string, string>>,
): { readonly language: string; readonly text: string }[] {
  return Object.entries(words).map(([language, text]) => ({ language, text }))
}
