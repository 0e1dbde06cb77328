/** The drawn cover of a record as HTML. */
import { coversOf } from '@shuxiang/themes'
import type { Cover, CoverSubject } from '@shuxiang/themes'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** The covers of a row, in its order. Decoration: the titles must stand beside them as text. */
export function coversHtml(subjects: readonly CoverSubject[]): readonly Html[] {
  return coversOf(subjects).map(coverHtml)
}

function coverHtml(cover: Cover): Html {
  return html`<span class="${cover.className}" aria-hidden="true"
    ><span class="slip">${cover.title}</span></span
  >`
}
