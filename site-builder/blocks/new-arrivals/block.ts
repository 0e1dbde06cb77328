/** What came last: a shelf that fills itself. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { choice, declare, number, text } from '../fields/declare.ts'
import { coversHelp, emptyHelp, titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { NewArrivals } from '../operations.generated.ts'
import { coverRow, notYetShown, recordList, recordTable, withSpare } from '../records.ts'
import { words } from '../words.ts'

const say = {
  'zh-CN': { none: '近来没有新到的资源。' },
  en: { none: 'Nothing new has come lately.' },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '新到资源', en: 'New arrivals' },
  }),
  most: number({
    label: { 'zh-CN': '最多几条', en: 'How many' },
    help: {
      'zh-CN': '最近入藏的排在最前，自己更新，不用维护。',
      en: 'The latest come first, and nobody has to look after it.',
    },
    least: 1,
    most: 24,
    default: 12,
  }),
  look: choice({
    label: { 'zh-CN': '样式', en: 'Shown as' },
    help: coversHelp,
    options: {
      covers: { 'zh-CN': '一排封面', en: 'A row of covers' },
      list: { 'zh-CN': '列表', en: 'A list' },
      table: { 'zh-CN': '表格', en: 'A table' },
    },
    default: 'covers',
  }),
  whenEmpty: choice({
    label: { 'zh-CN': '没有新到资源时', en: 'When nothing is new' },
    help: emptyHelp,
    options: {
      hide: { 'zh-CN': '隐藏这一块', en: 'Hide this block' },
      say: { 'zh-CN': '说明暂时没有', en: 'Say so' },
    },
    default: 'hide',
  }),
})

export const newArrivals = defineBlock({
  type: 'new-arrivals',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '新到资源', en: 'New arrivals' },
  about: {
    'zh-CN': '最近入藏、本馆读者能用的资源，自己更新。',
    en: 'What came last of what the library’s readers may use; keeps itself up to date.',
  },
  fields,
  query: ({ most }, { locale }) => ({
    asked: ask(NewArrivals, { first: withSpare(most), language: locale }),
  }),
  render({ fields: { title, look, most, whenEmpty }, answers, context, id }) {
    const placed = notYetShown(
      (answers.asked?.newRecords ?? []).map((record) => ({ record })),
      most,
      look,
      context,
    )
    if (answers.asked === null || (placed.length === 0 && whenEmpty === 'hide')) return nothing
    const draw = { covers: coverRow, list: recordList, table: recordTable }[look]
    return framed({
      id,
      title: words(title, context),
      body:
        placed.length === 0 ? html`<p class="none">${say[context.locale].none}</p>` : draw(placed, context),
      context,
    })
  },
})
