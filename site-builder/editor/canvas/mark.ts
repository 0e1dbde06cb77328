/// <reference lib="dom" />
/** The outline around the chosen block: a style sheet of the editor's own in the drawn document, and no attribute of the page. */

const attribute = 'data-editor-chosen'
const sheets = new WeakMap<Document, CSSStyleSheet>()

/** Colours of the system: the theme of the page is the library's, and may be anything. */
const rules = `[${attribute}]{outline:3px solid Highlight;outline-offset:-3px;box-shadow:0 0 0 1px Canvas}`

export function markChosen(document: Document, elements: readonly Element[]): void {
  const view = document.defaultView
  if (view && !sheets.has(document)) {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    sheets.set(document, sheet)
  }
  for (const former of document.querySelectorAll(`[${attribute}]`)) former.removeAttribute(attribute)
  for (const element of elements) element.setAttribute(attribute, '')
}
