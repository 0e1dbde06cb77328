/** The drawn cover of a record as HTML. */
import { coverOf } from '@shuxiang/themes'
import type { CoverSubject } from '@shuxiang/themes'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** Decoration: the title must stand beside it as text. */
export function coverHtml(subject: CoverSubject): Html {
  const cover = coverOf(subject)
  return html`<span class="${cover.className}" aria-hidden="true"
    ><span class="slip">${cover.title}</span></span
  >`
}
