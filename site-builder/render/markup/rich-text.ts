/** Rich text as HTML: a closed set of nodes in, a closed set of elements out. */
import { recordAddress } from '@shuxiang/vocabulary'
import type { Mark, RichNode, RichText, Run } from '@shuxiang/site-model'
import { heading } from './heading.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** Turns a link target of the model (`record:…`, `page:…`, an address) into an address; null when it leads nowhere. */
export type Resolve = (target: string) => string | null

/** How rich text stands on a page. */
export interface RichTextPlace {
  readonly resolve?: Resolve
  /** Level of its first headings, 2 unless the text stands under another heading. */
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6
}

const recordTarget = /^record:(.+)$/
/** Targets that need no look-up. */
export const plainTargets: Resolve = (target) => {
  const record = recordTarget.exec(target)?.[1]
  return record === undefined ? target : recordAddress(record)
}

function marked(inner: Html, mark: Mark, resolve: Resolve): Html {
  switch (mark.type) {
    case 'strong':
      return html`<strong>${inner}</strong>`
    case 'emphasis':
      return html`<em>${inner}</em>`
    case 'link': {
      const address = resolve(mark.to)
      return address === null ? inner : html`<a class="link" href="${address}">${inner}</a>`
    }
    case 'language':
      return html`<span lang="${mark.tag}">${inner}</span>`
  }
}

const runs = (list: readonly Run[], resolve: Resolve): Html[] =>
  list.map((run) =>
    (run.marks ?? []).reduce((inner, mark) => marked(inner, mark, resolve), html`${run.text}`),
  )

const under = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const

function node(found: RichNode, resolve: Resolve, level: keyof typeof under): Html {
  switch (found.type) {
    case 'paragraph':
      return html`<p>${runs(found.runs, resolve)}</p>`
    case 'heading':
      return heading(found.level === 2 ? level : under[level], null, html`${runs(found.runs, resolve)}`)
    case 'quote':
      return html`<blockquote>${runs(found.runs, resolve)}</blockquote>`
    case 'list': {
      const items = found.items.map((item) => html`<li>${runs(item, resolve)}</li>`)
      return found.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`
    }
  }
}

/** Rich text of one language as HTML. */
export function richTextHtml(
  text: RichText,
  { resolve = plainTargets, level = 2 }: RichTextPlace = {},
): Html {
  return html`${text.map((part) => node(part, resolve, level))}`
}

const plainRuns = (list: readonly Run[]): string => list.map((run) => run.text).join('')

/** Rich text as plain text, a line for each paragraph and item: for search and for previews. */
export function richTextPlain(text: RichText): string {
  return text
    .map((part) => (part.type === 'list' ? part.items.map(plainRuns).join('\n') : plainRuns(part.runs)))
    .join('\n')
}
