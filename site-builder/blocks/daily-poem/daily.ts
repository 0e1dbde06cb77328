/** The poem of the day, set vertically: one couplet a column, never broken inside a clause where the height allows. */
import { heading, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { columnsOf } from '../clauses.ts'
import type { BlockContext, Level } from '../contract.ts'
import type { DailyPoemData } from '../operations.generated.ts'
import { besideHtml, byLine, langOfNames } from '../record-card.ts'
import { langOf } from '../words.ts'

export type PoemOfTheDay = NonNullable<DailyPoemData['dailyPoem']>

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

/**
 * A heading that leads to the poem, then the verses as text; `id` names the heading. Nothing when it has no verses.
 * @param level of the heading
 */
export function dailyHtml(poem: PoemOfTheDay, context: BlockContext, id: string, level: Level): Html | null {
  const columns = (poem.text ?? [])
    .filter((paragraph) => paragraph.kind === 'verse')
    .slice(0, mostColumns + 1)
    .flatMap((paragraph) => columnsOf(paragraph.text.trim().slice(0, 200), tallest))
  if (columns.length === 0) return null
  context.shown.add(poem.id)
  const glyphs = [...poem.title]
  const title = glyphs.length > longestTitle ? `${glyphs.slice(0, longestTitle).join('')}……` : poem.title
  const say = words[context.locale]
  const by = byLine(poem, context)
  return html`<section class="daily" aria-labelledby="${id}" ${langOf(context, poem.language)}>
    ${heading(
      level,
      html`id="${id}"`,
      html`<span class="sr" lang="${context.locale}">${say.label} </span><a href="${poem.url}">${title}</a>`,
    )}
    ${context.locale === 'en' && besideHtml(poem)}
    <div class="set">
      ${columns.slice(0, mostColumns).map(columnHtml)} ${columns.length > mostColumns && html`<p>……</p>`}
    </div>
    <div class="sign">
      <p ${langOfNames(context, by)}>${by}</p>
      <span class="seal" aria-hidden="true">${say.seal}</span>
    </div>
  </section>`
}
