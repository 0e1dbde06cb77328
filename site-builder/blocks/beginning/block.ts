/** How a classic begins, to be read where it stands, and the way on into it. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import { chapterAddress } from '@shuxiang/vocabulary'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { declare, list, record, text } from '../fields/declare.ts'
import { plain } from '../frame.ts'
import { WorkBeginning, type WorkBeginningData } from '../operations.generated.ts'
import { besideHtml, byLine, langOfNames } from '../record-card.ts'
import { turnOf } from '../turn.ts'
import { langOf, words } from '../words.ts'

/** Characters after which no further paragraph begins, and those of the last one that are shown. */
const enough = 90
const longest = 220
/** Lines of verse. */
const mostLines = 8

const say = {
  'zh-CN': { on: '接着读', colon: '：' },
  en: { on: 'Read on', colon: ': ' },
} as const

const fields = declare({
  label: text({
    label: { 'zh-CN': '栏目名', en: 'Name of the column' },
    help: {
      'zh-CN': '写在正文上面的小字，如“开卷”。',
      en: 'Small words above the text, such as “A beginning”.',
    },
    localized: true,
    longest: 40,
    default: { 'zh-CN': '开卷', en: 'A beginning' },
  }),
  works: list({
    label: { 'zh-CN': '哪些书', en: 'Which works' },
    help: {
      'zh-CN': '每天轮到一部，显示它的开头几句；只放一部，就天天是它。',
      en: 'One a day in turn, with how it begins; a single one stands there every day.',
    },
    each: { 'zh-CN': '书', en: 'work' },
    most: 24,
    of: declare({
      record: record({
        label: { 'zh-CN': '哪一部', en: 'Which one' },
        help: {
          'zh-CN': '按书名查找，选一部能读全文的。',
          en: 'Look for a title; choose one whose text can be read.',
        },
        optional: true,
        needed: true,
      }),
    }),
  }),
})

type Work = NonNullable<WorkBeginningData['record']>
type Line = NonNullable<Work['text']>[number]

/** The first lines of the text itself, without notes and prefaces. */
function beginningOf(lines: readonly Line[]): { readonly verse: boolean; readonly lines: readonly string[] } {
  const own = lines.filter(({ kind }) => kind === 'verse' || kind === 'prose')
  const verse = own[0]?.kind === 'verse'
  const shown: string[] = []
  let length = 0
  for (const { kind, text: line } of own) {
    if ((kind === 'verse') !== verse || shown.length >= mostLines || length >= enough) break
    const glyphs = [...line.trim()]
    shown.push(glyphs.length > longest ? `${glyphs.slice(0, longest).join('')}……` : glyphs.join(''))
    length += glyphs.length
  }
  return { verse, lines: shown }
}

export const beginning = defineBlock({
  type: 'beginning',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '开卷', en: 'A beginning' },
  about: {
    'zh-CN': '一部典籍的开头几句，直接能读；几部书每天轮换。',
    en: 'How a classic begins, to be read at once; several take turns day by day.',
  },
  fields,
  query({ works }, { today, locale }) {
    const [work] = turnOf(
      works.flatMap(({ record: id }) => id ?? []),
      1,
      today,
    )
    return { work: work === undefined ? undefined : ask(WorkBeginning, { id: work, language: locale }) }
  },
  render({ fields: { label }, answers, context, id }) {
    const work = answers.work?.record
    if (!work) return nothing
    const { verse, lines } = beginningOf(work.chapter?.paragraphs ?? work.text ?? [])
    if (lines.length === 0) return nothing
    context.shown.add(work.id)
    const lang = langOf(context, work.language)
    const { on, colon } = say[context.locale]
    const chapter = work.chapter && work.chapter.title !== work.title ? work.chapter.title : null
    const named = html`<span ${lang}>${work.title}${chapter !== null && html` · ${chapter}`}</span>`
    return plain(
      html`<section class="begins" aria-labelledby="${id}-t">
        <p class="label">${words(label, context)}</p>
        ${heading(context.level, html`id="${id}-t"`, html`<a href="${work.url}">${named}</a>`)}
        ${besideHtml(work)}
        <p class="by" ${langOfNames(context, byLine(work, context))}>${byLine(work, context)}</p>
        <div class="lines ${verse ? 'verse' : 'prose'}" ${lang}>
          ${lines.map((line) => html`<p>${line}</p>`)}
        </div>
        <p>
          <a class="btn" href="${work.chapter ? chapterAddress(work.id, 1) : work.url}"
            >${on}<span class="sr">${colon}${named}</span></a
          >
        </p>
      </section>`,
      context,
      'text',
    )
  },
})
