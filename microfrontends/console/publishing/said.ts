/** A text in the language of the page, or in whatever there is. */
export function saidIn(
  locale: string,
  texts: readonly { readonly language: string; readonly text: string }[],
): string {
  return (texts.find(({ language }) => language === locale) ?? texts[0])?.text ?? ''
}
