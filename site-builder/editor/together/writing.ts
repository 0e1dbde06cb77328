/// <reference lib="dom" />
/** Whether what a colleague has saved can be taken in now, without touching what somebody is writing at this moment. */
import { blockOf, canonicalJson, type PageDoc } from '@shuxiang/site-model'

/** Where the focus is, of the panel with the fields; null where it is elsewhere. */
export function fieldWithFocus(panel: Element | null): Element | null {
  const field = document.activeElement
  if (!field || !panel?.contains(field) || field.closest('.own-words')) return null
  return field.matches('input, textarea, select, [contenteditable="true"]') ? field : null
}

/** Fields that show what was begun and is no value yet: drawing them anew would take it away. */
const begun = 'input[type="number"], input[type="date"], input[type="datetime-local"]'

/** `chosen`: block whose fields are open; null: the page's own. */
export function wouldDisturb(
  field: Element | null,
  before: PageDoc,
  after: PageDoc,
  chosen: string | null,
): boolean {
  if (!field) return false
  return field.matches(begun) || partOf(before, chosen) !== partOf(after, chosen)
}

function partOf(doc: PageDoc, chosen: string | null): string {
  if (chosen === null) return canonicalJson(JSON.parse(JSON.stringify(doc.meta)))
  const block = blockOf(doc, chosen)
  return block ? canonicalJson(JSON.parse(JSON.stringify({ ...block, slots: {} }))) : ''
}
