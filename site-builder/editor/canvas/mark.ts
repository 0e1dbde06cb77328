/// <reference lib="dom" />
/** The outline around the chosen block: a style sheet of the editor's own in the drawn document, and no attribute of the page. */
import { adoptRules } from './adopt-rules.ts'

const attribute = 'data-editor-chosen'

/** Colours of the system: the theme of the page is the library's, and may be anything. */
const rules = `[${attribute}]{outline:3px solid Highlight;outline-offset:-3px;box-shadow:0 0 0 1px Canvas}`

export function markChosen(document: Document, elements: readonly Element[]): void {
  adoptRules(document, rules)
  for (const former of document.querySelectorAll(`[${attribute}]`)) former.removeAttribute(attribute)
  for (const element of elements) element.setAttribute(attribute, '')
}
