/** The poem of the day, set vertically: one couplet a column, never broken inside a clause where the height allows. */
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { columnsOf } from '../clauses.ts'
import type { RenderContext } from '../contract.ts'
import { byLine } from '../record-card.ts'
import { langOf } from '../words.ts'
import type { DailyPoem } from './answers.ts'

/** More columns than these are left to the poem's own page. */
const mostColumns = 5
/** A couplet of seven-character lines with its marks. */
const tallest = 16
const longestTitle = 14

const words = {
  'zh-CN': { label: '每日一诗', seal: '日诵' },
  en: { label: 'Poem of the day', seal: '日诵' },
} as const

function columnHtml(clauses: readonly string[]): Html {
  // White space between clauses would be a gap in the column, so they are joined without.
  return html`<p>${clauses.map((clause) => html`<span class="clause">${clause}</span>`)}</p>`
}

/** Nothing when the poem has no verses. */
export function dailyHtml(poem: DailyPoem, context: RenderContext): Html | null {
  const columns = (poem.text ?? [])
    .filter((paragraph) => paragraph.kind === 'verse')
    .slice(0, mostColumns + 1)
    .flatMap((paragraph) => columnsOf(paragraph.text.trim().slice(0, 200), tallest))
  if (columns.length === 0) return null
  const title = poem.title.length > longestTitle ? `${poem.title.slice(0, longestTitle)}……` : poem.title
  const say = words[context.locale]
  return html`<a class="daily" href="${poem.url}" ${langOf(context, poem.language)}>
    <h2><span class="sr" lang="${context.locale}">${say.label} </span>${title}</h2>
    ${columns.slice(0, mostColumns).map(columnHtml)} ${columns.length > mostColumns && html`<p>……</p>`}
    <div class="by">${byLine(poem)}</div>
    <span class="seal" aria-hidden="true">${say.seal}</span>
  </a>`
}
