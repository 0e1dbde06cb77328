/** A row of covers: the records of a saved query, or records picked by hand. */
import { coversHtml, html, nothing } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { searchAddress } from '@shuxiang/vocabulary'
import { z } from 'zod'
import type { Answer, BlockQuery, RenderContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { byLine, recordCard } from '../record-card.ts'
import type { RecordCard } from '../record-card.ts'
import { langOf, plainWords, words } from '../words.ts'
import { shelfFields } from './fields.ts'
import type { ShelfSource } from './fields.ts'

const found = z.object({ search: z.object({ edges: z.array(z.object({ node: recordCard })).max(100) }) })
const picked = z.object({ record: recordCard })

const say = {
  'zh-CN': { empty: '这里暂时没有资源。' },
  en: { empty: 'Nothing stands here at the moment.' },
} as const

function queries(source: ShelfSource): Record<string, BlockQuery> {
  if (source.from === 'picked')
    return Object.fromEntries(
      source.ids.map((id, n) => [`r${n}`, { operation: 'ShelfRecord', variables: { id } }]),
    )
  const { query, filter, sort, first } = source
  return { found: { operation: 'ShelfRecords', variables: { query, filter, sort, first } } }
}

/** Records that came; null when no answer did. One picked record that is gone does not empty the shelf. */
function records(
  source: ShelfSource,
  answers: Readonly<Record<string, Answer>>,
): readonly RecordCard[] | null {
  if (source.from === 'query') {
    const answer = found.safeParse(answers.found)
    return answer.success ? answer.data.search.edges.map((edge) => edge.node) : null
  }
  const cards = source.ids.flatMap((_, n) => {
    const answer = picked.safeParse(answers[`r${n}`])
    return answer.success ? [answer.data.record] : []
  })
  return cards.length > 0 ? cards : null
}

/** Address of the results of a saved query. */
function resultsPath(source: ShelfSource): string | null {
  if (source.from === 'picked') return null
  const filters = Object.fromEntries(source.filter.map(({ name, anyOf }) => [name, anyOf]))
  return searchAddress({ query: source.query, filters, sort: source.sort.toLowerCase() })
}

function item(record: RecordCard, cover: Html | undefined, context: RenderContext): Html {
  const by = byLine(record)
  return html`<li>
    <a href="${record.url}" ${langOf(context, record.language)}
      >${cover}
      <div class="t">${record.title}</div>
      ${by !== '' && html`<div class="m">${by}</div>`}</a
    >
  </li>`
}

export const resourceShelf = defineBlock({
  type: 'resource-shelf',
  v: 1,
  label: { 'zh-CN': '资源书架', en: 'Shelf of resources' },
  schema: shelfFields,
  fields: [
    { name: 'title', label: { 'zh-CN': '标题', en: 'Title' }, input: 'text', localized: true },
    { name: 'source', label: { 'zh-CN': '放什么', en: 'What stands here' }, input: 'query' },
    {
      name: 'more',
      label: { 'zh-CN': '“全部”链接的文字', en: 'Words of the link to all' },
      input: 'text',
      localized: true,
    },
    {
      name: 'whenEmpty',
      label: { 'zh-CN': '没有符合的资源时', en: 'When nothing fits' },
      input: 'choice',
      choices: [
        { value: 'hide', label: { 'zh-CN': '隐藏这个书架', en: 'Hide this shelf' } },
        { value: 'say', label: { 'zh-CN': '说明暂时没有', en: 'Say so' } },
      ],
    },
  ],
  defaults: () => ({
    title: { 'zh-CN': '资源', en: 'Resources' },
    source: { from: 'query', query: '', filter: [], sort: 'POPULAR', first: 12 },
    whenEmpty: 'hide',
  }),
  query: (fields) => queries(fields.source),
  render(fields, answers, context, id) {
    const cards = records(fields.source, answers)
    // A shelf whose query failed is left out: an apology on every page helps nobody, and the log has the reason.
    if (cards === null || (cards.length === 0 && fields.whenEmpty === 'hide')) return nothing
    const all = resultsPath(fields.source)
    const covers = coversHtml(cards)
    const more =
      fields.more && all !== null && html`<a class="link" href="${all}">${words(fields.more, context)}</a>`
    const body =
      cards.length === 0
        ? html`<p class="none">${say[context.locale].empty}</p>`
        : html`<ul class="shelf">
            ${cards.map((card, n) => item(card, covers[n], context))}
          </ul>`
    return html`<section class="band" aria-labelledby="${id}-t">
      <div class="wrap">
        <header>
          <h2 id="${id}-t">${words(fields.title, context)}</h2>
          ${more}
        </header>
        ${body}
      </div>
    </section>`
  },
  text: (fields, context) => plainWords(fields.title, context),
})
