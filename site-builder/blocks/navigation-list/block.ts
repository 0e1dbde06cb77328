/** Links to go on: one below the other, each with a word on what is there. */
import { count, html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { choice, declare, link, list, text } from '../fields/declare.ts'
import type { FieldsOf } from '../fields/declaration.ts'
import { linkHelp, linkWordsHelp, titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { linked } from '../links.ts'
import { CountFound } from '../operations.generated.ts'
import { words } from '../words.ts'
import { searchLedTo, type SearchLedTo } from './search-led-to.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '常用服务', en: 'What people come for' },
  }),
  items: list({
    label: { 'zh-CN': '链接', en: 'Links' },
    help: {
      'zh-CN': '按这里的顺序排列，最常用的放在前面。',
      en: 'In this order: what most people come for first.',
    },
    each: { 'zh-CN': '链接', en: 'link' },
    most: 24,
    of: declare({
      words: text({
        label: { 'zh-CN': '文字', en: 'Words' },
        help: linkWordsHelp,
        localized: true,
        longest: 40,
        default: { 'zh-CN': '检索', en: 'Search' },
      }),
      to: link({
        label: { 'zh-CN': '去哪里', en: 'Where it leads' },
        help: linkHelp,
        to: ['page', 'record', 'path', 'elsewhere', 'mail'],
        default: '/search',
      }),
      about: text({
        label: { 'zh-CN': '一句说明', en: 'A word on it' },
        help: {
          'zh-CN': '写在链接下面，说明那里有什么。可以不写。',
          en: 'Stands below the link and says what is there. May be left out.',
        },
        localized: true,
        longest: 80,
        optional: true,
      }),
    }),
  }),
  look: choice({
    label: { 'zh-CN': '样式', en: 'Shown as' },
    help: {
      'zh-CN': '格子适合四到八个；多的话上下排列更好找。',
      en: 'Tiles are for four to eight; more are found better one below the other.',
    },
    options: {
      tiles: { 'zh-CN': '并排的格子', en: 'Tiles side by side' },
      list: { 'zh-CN': '上下排列', en: 'One below the other' },
      counted: { 'zh-CN': '并排的格子，检索写上条数', en: 'Tiles, searches with how many they find' },
    },
    default: 'tiles',
  }),
})

/** The searches that links lead to, each once; none where nobody asked how many they find. */
function searchesOf({ items, look }: FieldsOf<typeof fields>): { to: string; search: SearchLedTo }[] {
  if (look !== 'counted') return []
  return [...new Set(items.map(({ to }) => to))].flatMap((to) => {
    const search = searchLedTo(to)
    return search ? [{ to, search }] : []
  })
}

export const navigationList = defineBlock({
  type: 'navigation-list',
  v: 1,
  group: 'navigation',
  label: { 'zh-CN': '导航', en: 'Links' },
  about: {
    'zh-CN': '通往常用页面和服务的链接。',
    en: 'Links to the pages and services that people look for.',
  },
  fields,
  query: (fields) => ({ found: searchesOf(fields).map(({ search }) => ask(CountFound, search)) }),
  render({ fields, answers, context, id }) {
    const { title, items, look } = fields
    if (items.length === 0) return nothing
    const counts = new Map(
      searchesOf(fields).map(({ to }, i) => [to, answers.found[i]?.search.totalCount] as const),
    )
    const links = items.map(({ to, words: named, about }) => {
      const found = counts.get(to)
      const text = words(named, context)
      const link = found === undefined ? text : html`${text} <b>${count(context.locale, found)}</b>`
      return html`<li>
        ${linked(to, link, context, 'to')}${about && html`<p>${words(about, context)}</p>`}
      </li>`
    })
    return framed({
      id,
      title: words(title, context),
      body: html`<ul class="ways ${look === 'list' ? 'down' : 'side'}">
        ${links}
      </ul>`,
      context,
    })
  },
})
