/** The poem of the day by itself; everybody has the same one. */
import { nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { declare } from '../fields/declare.ts'
import { plain } from '../frame.ts'
import { DailyPoem } from '../operations.generated.ts'
import { dailyHtml } from './daily.ts'

const say = { 'zh-CN': '每日一诗', en: 'Poem of the day' } as const

export const dailyPoem = defineBlock({
  type: 'daily-poem',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '每日一诗', en: 'Poem of the day' },
  about: {
    'zh-CN': '每天一首名篇，竖排，点开可读全文。不用填写什么。',
    en: 'A well-known poem a day, set vertically; a press opens it. Nothing to fill in.',
  },
  fields: declare({}),
  query: (_, { today, locale }) => ({ poem: ask(DailyPoem, { date: today, language: locale }) }),
  render({ answers, context, id }) {
    const poem = answers.poem?.dailyPoem
    const drawn = poem && dailyHtml(poem, context, `${id}-t`, context.level)
    return drawn ? plain(drawn, context, 'poem') : nothing
  },
  text: (_, { locale }) => say[locale],
})
