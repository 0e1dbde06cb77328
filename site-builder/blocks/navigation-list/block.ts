/** Links to go on: one below the other, each with a word on what is there. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { choice, declare, link, list, text } from '../fields/declare.ts'
import { framed } from '../frame.ts'
import { linked } from '../links.ts'
import { words } from '../words.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '常用服务', en: 'What people come for' },
  }),
  items: list({
    label: { 'zh-CN': '链接', en: 'Links' },
    each: { 'zh-CN': '链接', en: 'link' },
    most: 24,
    of: declare({
      words: text({
        label: { 'zh-CN': '文字', en: 'Words' },
        localized: true,
        longest: 40,
        default: { 'zh-CN': '检索', en: 'Search' },
      }),
      to: link({
        label: { 'zh-CN': '去哪里', en: 'Where it leads' },
        to: ['page', 'record', 'path', 'elsewhere', 'mail'],
        default: '/search',
      }),
      about: text({
        label: { 'zh-CN': '一句说明', en: 'A word on it' },
        localized: true,
        longest: 80,
        optional: true,
      }),
    }),
  }),
  look: choice({
    label: { 'zh-CN': '样式', en: 'Shown as' },
    options: {
      tiles: { 'zh-CN': '并排的格子', en: 'Tiles side by side' },
      list: { 'zh-CN': '上下排列', en: 'One below the other' },
    },
    default: 'tiles',
  }),
})

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
  render({ fields: { title, items, look }, context, id }) {
    if (items.length === 0) return nothing
    const links = items.map(
      (item) =>
        html`<li>
          ${linked(item.to, words(item.words, context), context, 'to')}${item.about && html`<p>${words(item.about, context)}</p>`}
        </li>`,
    )
    return framed({
      id,
      title: words(title, context),
      body: html`<ul class="ways ${look === 'tiles' ? 'side' : 'down'}">
        ${links}
      </ul>`,
      context,
    })
  },
})
