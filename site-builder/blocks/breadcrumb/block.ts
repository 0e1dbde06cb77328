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
    each: { 'zh-CN': '上级页面', en: 'page above' },
    most: 5,
    of: declare({
      words: text({
        label: { 'zh-CN': '文字', en: 'Words' },
        localized: true,
        longest: 40,
        default: { 'zh-CN': '关于本馆', en: 'About us' },
      }),
      to: link({ label: { 'zh-CN': '去哪里', en: 'Where it leads' }, to: ['page', 'path'], default: '/' }),
    }),
  }),
  here: text({
    label: { 'zh-CN': '本页', en: 'This page' },
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
