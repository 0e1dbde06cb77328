/// <reference lib="dom" />
/** Style of the editor's own in a drawn document, beside that of the page. */

const adopted = new WeakMap<Document, Set<string>>()

/** Gives the document these rules, once. */
export function adoptRules(document: Document, rules: string): void {
  const view = document.defaultView
  const there = adopted.get(document) ?? new Set()
  if (!view || there.has(rules)) return
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  adopted.set(document, there.add(rules))
}
