/** The way from the home page to this one. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, link, list, text } from '../fields/declare.ts'
import { linked } from '../links.ts'
import { words } from '../words.ts'

const say = { 'zh-CN': { label: '位置', home: '首页' }, en: { label: 'Place', home: 'Home' } } as const

const fields = declare({
  above: list({
    label: { 'zh-CN': '上级页面', en: 'Pages above' },
    help: {
      'zh-CN': '从首页往下，一级一级写。首页不用写。',
      en: 'From the home page down, one after the other. The home page itself is there already.',
    },
    each: { 'zh-CN': '上级页面', en: 'page above' },
    most: 5,
    of: declare({
      words: text({
        label: { 'zh-CN': '文字', en: 'Words' },
        help: { 'zh-CN': '那一页叫什么。', en: 'What that page is called.' },
        localized: true,
        longest: 40,
        default: { 'zh-CN': '关于本馆', en: 'About us' },
      }),
      to: link({
        label: { 'zh-CN': '去哪里', en: 'Where it leads' },
        help: { 'zh-CN': '选那一页。', en: 'Choose that page.' },
        to: ['page', 'path'],
        default: '/',
      }),
    }),
  }),
  here: text({
    label: { 'zh-CN': '本页', en: 'This page' },
    help: { 'zh-CN': '这一页叫什么，写短一点。', en: 'What this page is called, in short.' },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '本页', en: 'This page' },
  }),
})

export const breadcrumb = defineBlock({
  type: 'breadcrumb',
  v: 1,
  group: 'navigation',
  label: { 'zh-CN': '当前位置', en: 'Where one is' },
  about: { 'zh-CN': '从首页到这一页的路径。', en: 'The way from the home page to this one.' },
  fields,
  render({ fields: { above, here }, context }) {
    if (context.path === '/') return nothing
    const steps = [
      html`<li><a class="tap" href="/">${say[context.locale].home}</a></li>`,
      ...above.map((step) => html`<li>${linked(step.to, words(step.words, context), context, 'tap')}</li>`),
      html`<li><span aria-current="page">${words(here, context)}</span></li>`,
    ]
    const nav = html`<nav class="trail" aria-label="${say[context.locale].label}">
      <ol>
        ${steps}
      </ol>
    </nav>`
    return context.inside ? nav : html`<div class="wrap">${nav}</div>`
  },
})
