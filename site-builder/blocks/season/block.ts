/** Today in the Chinese calendar: the solar term or the festival at hand, with poems on it. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { dayWords, weekdayWords } from '../days.ts'
import { defineBlock } from '../define.ts'
import { declare, number, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { WholePoems } from '../operations.generated.ts'
import { resultsAddress } from '../records.ts'
import { freshTurnOf } from '../turn.ts'
import { setting } from '../setting.ts'
import { isShort, poemHtml } from '../whole-poem.ts'
import { words } from '../words.ts'
import { seasonOf } from './calendar.ts'

/** Poems that are asked for, and how many of the short ones take turns: those known best. */
const asked = 24
const inTurn = 12

const say = {
  'zh-CN': { comma: '，', more: (name: string): string => `更多写“${name}”的诗词` },
  en: { comma: ', ', more: (name: string): string => `More poems on ${name}` },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '今日节令', en: 'Today in the Chinese calendar' },
  }),
  most: number({
    label: { 'zh-CN': '配几首诗', en: 'How many poems' },
    help: {
      'zh-CN': '写这个节气或节日的短诗，每天换。没有合适的就不放。',
      en: 'Short ones on the season or the festival, others each day. Where none fits, none stands here.',
    },
    least: 0,
    most: 3,
    default: 2,
  }),
  set: setting('horizontal'),
})

const queryFor = (found: string) =>
  ({
    query: found,
    filter: [{ name: 'kind', anyOf: ['poem'] }],
    sort: 'POPULAR',
    first: asked,
  }) as const

export const season = defineBlock({
  type: 'season',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '今日节令', en: 'Today in the Chinese calendar' },
  about: {
    'zh-CN': '今天是什么节气、离什么节日近，配上写它的诗。自己更新，不用维护。',
    en: 'The solar term or the festival at hand, with poems on it. Nobody has to look after it.',
  },
  fields,
  query: ({ most }, { today, locale }) => {
    const found = seasonOf(today)
    return {
      poems:
        found && most > 0
          ? ask(WholePoems, { ...queryFor(found.occasion.words), language: locale })
          : undefined,
    }
  },
  render({ fields: { title, most, set }, answers, context, id }) {
    const found = seasonOf(context.today)
    if (!found) return nothing
    const { locale, today } = context
    const { name, about } = found.occasion
    const short = (answers.poems?.search.edges ?? []).map(({ node }) => node).filter(isShort)
    const shown = freshTurnOf(short.slice(0, inTurn), most, context)
    const all = shown.length > 0 && resultsAddress({ from: 'query', ...queryFor(found.occasion.words) })
    const level = below(context.level)
    return framed({
      id,
      title: words(title, context),
      more: all && html`<a class="link" href="${all}">${say[locale].more(name[locale])}</a>`,
      body: html`<div class="today">
        <div class="occasion">
          <p class="date">
            ${[dayWords(today, today, locale), weekdayWords(today, locale), found.lunar[locale]].join(say[locale].comma)}
          </p>
          ${heading(level, html`class="name"`, name[locale])}
          <p class="when">${found.when[locale]}</p>
          <p class="about">${about[locale]}</p>
        </div>
        ${
          shown.length > 0 &&
          html`<div class="wholes">
            ${shown.map((poem, n) => poemHtml(poem, { context, id: `${id}-${n}`, level: below(level), set }))}
          </div>`
        }
      </div>`,
      context,
      kind: 'season',
    })
  },
})
