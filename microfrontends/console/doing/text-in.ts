/** Texts in several languages, as the graph gives them, for whoever reads the console. */
interface Text {
  readonly language: string
  readonly text: string
}

/** The one in the reader's language, else any. */
export function ownText(texts: readonly Text[], locale: string): Text | undefined {
  return texts.find(({ language }) => language === locale) ?? texts[0]
}

/** Its words; empty where there are none. */
export function textIn(texts: readonly Text[], locale: string): string {
  return ownText(texts, locale)?.text ?? ''
}
