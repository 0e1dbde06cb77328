/// <reference lib="dom" />
/**
 * A drawn document as it is printed, on the screen: rules for paper hold, rules for screens do not. Only a document made for
 * this is changed; on paper it stays as it is.
 */

/** Media queries of which those for paper hold on a screen, and those for screens nowhere. */
export function printedMedia(queries: string): string {
  const turned = (query: string): string =>
    query
      .replace(/^(?:only\s+)?print\b/, 'all')
      .replace(/^not\s+print\b/, 'not all')
      .replace(/^(?:only\s+)?screen\b.*$/, 'not all')
      .replace(/^not\s+screen$/, 'all')
  return queries
    .split(',')
    .map((query) => turned(query.trim().toLowerCase()))
    .join(', ')
}

const done = new WeakSet<Document>()

/** @returns margins of a printed page, as its rules say; `2cm` where they say nothing */
export function putOnPaper(document: Document): string {
  const view = document.defaultView
  if (!view) return '2cm'
  let margin = '2cm'
  const turn = (media: MediaList): void => {
    const next = printedMedia(media.mediaText)
    if (media.length > 0 && next !== media.mediaText) media.mediaText = next
  }
  const through = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof view.CSSMediaRule && !done.has(document)) turn(rule.media)
      if (rule instanceof view.CSSPageRule) margin = rule.style.getPropertyValue('margin') || margin
      if (rule instanceof view.CSSGroupingRule) through(rule.cssRules)
    }
  }
  for (const sheet of document.styleSheets) through(sheet.cssRules)
  if (!done.has(document)) {
    done.add(document)
    const paper = new view.CSSStyleSheet()
    // The printer leaves the margins of a page free; on the screen they are room around the text.
    paper.replaceSync(`@media screen{html{padding:${margin};overflow:hidden}}`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper]
  }
  return margin
}

/** CSS pixels of A4 upright: 96 an inch. */
export const sheetHeight = (297 / 25.4) * 96

/** How many sheets so much takes, in CSS pixels, margins counted once: as near as it can be told before it is printed. */
export function sheetsFor(height: number, margins: number): number {
  return Math.max(1, Math.ceil((height - margins) / (sheetHeight - margins)))
}
