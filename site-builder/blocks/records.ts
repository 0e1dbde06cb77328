/** Records in a block: as a row of covers, as a list, as a table. */
import type { Localized } from '@shuxiang/site-model'
import { coversHtml, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { browseAddress, isBrowsed, searchAddress } from '@shuxiang/vocabulary'
import type { BlockContext } from './contract.ts'
import type { Resources } from './fields/declaration.ts'
import { besideHtml, byLine, langOfNames } from './record-card.ts'
import type { RecordCard } from './record-card.ts'
import { langOf, words } from './words.ts'

/** A record with what a librarian says of it. */
export interface Placed {
  readonly record: RecordCard
  readonly note?: Localized | undefined
}

const say = {
  'zh-CN': { title: '题名', by: '作者' },
  en: { title: 'Title', by: 'By' },
} as const

/**
 * Address of the results of a saved query; null for records picked by hand. What is nothing but one period, tune or theme has
 * a page of its own.
 */
export function resultsAddress(source: Resources): string | null {
  if (source.from === 'picked') return null
  const [only, another] = source.filter
  if (source.query === '' && only && !another && isBrowsed(only.name)) {
    const [value, other] = only.anyOf
    if (value !== undefined && other === undefined) return browseAddress(only.name, value)
  }
  const filters = Object.fromEntries(source.filter.map(({ name, anyOf }) => [name, anyOf]))
  return searchAddress({ query: source.query, filters, sort: source.sort.toLowerCase() })
}

/** Records that are asked for beyond those of a shelf, in place of what stands on the page already. */
const spare = 12
/** The most that a shelf asks for. */
const mostAsked = 36

/** How many records a shelf of so many asks for. */
export const withSpare = (first: number): number => Math.max(first, Math.min(first + spare, mostAsked))

/**
 * The first of what a query found that do not stand on the page yet, which is told of them. A table is looked through by name,
 * and has all.
 */
export function notYetShown(
  found: readonly Placed[],
  first: number,
  look: 'covers' | 'list' | 'table',
  { shown }: BlockContext,
): readonly Placed[] {
  const fresh = look === 'table' ? found : found.filter(({ record }) => !shown.has(record.id))
  // Nobody would understand a shelf that was put onto a page and is not there.
  const taken = (fresh.length > 0 ? fresh : found).slice(0, first)
  for (const { record } of taken) shown.add(record.id)
  return taken
}

/** Covers side by side, titles below. */
export function coverRow(placed: readonly Placed[], context: BlockContext): Html {
  const covers = coversHtml(placed.map(({ record }) => record))
  const items = placed.map(({ record }, n) => {
    const by = byLine(record, context)
    return html`<li>
      <a href="${record.url}" ${langOf(context, record.language)}
        >${covers[n]}
        <div class="t">${record.title}</div>
        ${besideHtml(record)} ${by !== '' && html`<div class="m" ${langOfNames(context, by)}>${by}</div>`}</a
      >
    </li>`
  })
  return html`<ul class="shelf">
    ${items}
  </ul>`
}

/** One below the other, with room for what a librarian says of each. */
export function recordList(placed: readonly Placed[], context: BlockContext): Html {
  const covers = coversHtml(placed.map(({ record }) => record))
  const items = placed.map(({ record, note }, n) => {
    const by = byLine(record, context)
    return html`<li>
      ${covers[n]}
      <div>
        <a class="t" href="${record.url}" ${langOf(context, record.language)}>${record.title}</a>
        ${besideHtml(record)} ${by !== '' && html`<p class="m" ${langOfNames(context, by)}>${by}</p>`}
        ${note && html`<p class="note">${words(note, context)}</p>`}
      </div>
    </li>`
  })
  return html`<ul class="records">
    ${items}
  </ul>`
}

/** For many records that are looked through by name. */
export function recordTable(placed: readonly Placed[], context: BlockContext): Html {
  const rows = placed.map(
    ({ record }) =>
      html`<tr>
        <th scope="row">
          <a class="link" href="${record.url}" ${langOf(context, record.language)}>${record.title}</a>
          ${besideHtml(record)}
        </th>
        <td ${langOfNames(context, byLine(record, context))}>${byLine(record, context)}</td>
      </tr>`,
  )
  const { title, by } = say[context.locale]
  return html`<table class="records">
    <thead>
      <tr>
        <th scope="col">${title}</th>
        <th scope="col">${by}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}
