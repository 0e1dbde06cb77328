/** Rich text as HTML: a closed set of nodes in, a closed set of elements out. */
import { recordAddress } from '@shuxiang/vocabulary'
import type { Mark, RichNode, RichText, Run } from '@shuxiang/site-model'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** Turns a link target of the model (`record:…`, `page:…`, an address) into an address. */
export type Resolve = (target: string) => string

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
    case 'link':
      return html`<a class="link" href="${resolve(mark.to)}">${inner}</a>`
    case 'language':
      return html`<span lang="${mark.tag}">${inner}</span>`
  }
}

const runs = (list: readonly Run[], resolve: Resolve): Html[] =>
  list.map((run) =>
    (run.marks ?? []).reduce((inner, mark) => marked(inner, mark, resolve), html`${run.text}`),
  )

function node(found: RichNode, resolve: Resolve): Html {
  switch (found.type) {
    case 'paragraph':
      return html`<p>${runs(found.runs, resolve)}</p>`
    case 'heading':
      return found.level === 2
        ? html`<h2>${runs(found.runs, resolve)}</h2>`
        : html`<h3>${runs(found.runs, resolve)}</h3>`
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
export function richTextHtml(text: RichText, resolve: Resolve = plainTargets): Html {
  return html`${text.map((part) => node(part, resolve))}`
}

const plainRuns = (list: readonly Run[]): string => list.map((run) => run.text).join('')

/** Rich text as plain text, a line for each paragraph and item: for search and for previews. */
export function richTextPlain(text: RichText): string {
  return text
    .map((part) => (part.type === 'list' ? part.items.map(plainRuns).join('\n') : plainRuns(part.runs)))
    .join('\n')
}
