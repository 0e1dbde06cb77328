/** Numbers of the collection, as the graph counts them now, and numbers that a library counts itself. */
import { count, html, nothing } from '@shuxiang/site-render/markup'
import type { Html, Insert } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { declare, list, number, text, toggle } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { SiteNumbers } from '../operations.generated.ts'
import { words } from '../words.ts'

const say = {
  'zh-CN': { records: '条资源', libraries: '家图书馆' },
  en: { records: 'records', libraries: 'libraries' },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '馆藏一览', en: 'The collection in numbers' },
  }),
  records: toggle({
    label: { 'zh-CN': '资源总数', en: 'Number of records' },
    help: {
      'zh-CN': '现在有多少种资源，自己数，自己更新。',
      en: 'How many there are now, counted by itself.',
    },
    default: true,
  }),
  kinds: number({
    label: { 'zh-CN': '最多的几类资源', en: 'Largest kinds of records' },
    help: {
      'zh-CN': '按数量从多到少列出几类；0 就不列。数字每次打开页面都是最新的。',
      en: 'How many kinds, the largest first; 0 for none. The numbers are those of today.',
    },
    least: 0,
    most: 6,
    default: 3,
  }),
  libraries: toggle({
    label: { 'zh-CN': '图书馆数', en: 'Number of libraries' },
    help: { 'zh-CN': '有多少座图书馆，自己数，自己更新。', en: 'How many there are, counted by itself.' },
    default: false,
  }),
  own: list({
    label: { 'zh-CN': '自己的数字', en: 'Numbers of your own' },
    help: {
      'zh-CN': '别处数不出来的，如“座位 320 个”。变了要记得来改。',
      en: 'What cannot be counted for you, such as 320 seats. Remember to change it when it changes.',
    },
    each: { 'zh-CN': '数字', en: 'number' },
    most: 6,
    of: declare({
      value: number({
        label: { 'zh-CN': '数字', en: 'Number' },
        help: { 'zh-CN': '只写数字，不写单位。', en: 'The number alone, without a unit.' },
        least: 0,
        most: 1_000_000_000,
        default: 0,
      }),
      words: text({
        label: { 'zh-CN': '数的是什么', en: 'What is counted' },
        help: { 'zh-CN': '如“个座位”“场讲座”。', en: 'Such as “seats” or “lectures a year”.' },
        localized: true,
        longest: 40,
        default: { 'zh-CN': '册纸本图书', en: 'printed books' },
      }),
    }),
  }),
})

export const statistics = defineBlock({
  type: 'statistics',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '数字', en: 'Numbers' },
  about: {
    'zh-CN': '资源有多少、哪几类最多；也可以写上自己的数字。',
    en: 'How many records there are and of which kinds, and numbers of your own.',
  },
  fields,
  query: ({ records, kinds, libraries }, { locale }) => ({
    numbers: records || kinds > 0 || libraries ? ask(SiteNumbers, { language: locale }) : undefined,
  }),
  render({ fields, answers, context, id }) {
    const { locale } = context
    const found = answers.numbers
    const one = (value: number, of: Insert): Html =>
      html`<div>
        <dt>${of}</dt>
        <dd>${count(locale, value)}</dd>
      </div>`
    const kinds = (found?.search.facets.find(({ name }) => name === 'kind')?.values ?? [])
      .filter((kind) => kind.count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, fields.kinds)
    const numbers = [
      ...(found && fields.records ? [one(found.search.totalCount, say[locale].records)] : []),
      ...kinds.map((kind) => one(kind.count, kind.label)),
      ...(found && fields.libraries ? [one(found.libraries.totalCount, say[locale].libraries)] : []),
      ...fields.own.map(({ value, words: of }) => one(value, words(of, context))),
    ]
    if (numbers.length === 0) return nothing
    return framed({
      id,
      title: words(fields.title, context),
      body: html`<dl class="numbers">${numbers}</dl>`,
      context,
    })
  },
})
