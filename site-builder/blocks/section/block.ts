/** A part of the page with a heading of its own; what stands in it is one level below. */
import { heading, html } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { choice, declare, longText, slot, text } from '../fields/declare.ts'
import { words } from '../words.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: {
      'zh-CN': '可以不写；写了，里面各版块的标题就低一级。',
      en: 'May be left out. With one, the titles of the blocks inside are one level lower.',
    },
    localized: true,
    longest: 60,
    optional: true,
  }),
  lead: longText({
    label: { 'zh-CN': '引言', en: 'Opening words' },
    help: {
      'zh-CN': '标题下面的一两句话。可以不写。',
      en: 'A sentence or two below the title. May be left out.',
    },
    localized: true,
    longest: 300,
    optional: true,
  }),
  ground: choice({
    label: { 'zh-CN': '底色', en: 'Ground' },
    help: {
      'zh-CN': '带底色可以把这一段和上下分开；一页里不要用得太多。',
      en: 'A ground sets this part off from what stands around it; use it sparingly.',
    },
    options: {
      paper: { 'zh-CN': '与页面相同', en: 'As the page' },
      sunken: { 'zh-CN': '浅色底，把这一段分开', en: 'A pale ground that sets it apart' },
    },
    default: 'paper',
  }),
  body: slot({
    label: { 'zh-CN': '内容', en: 'Content' },
    allow: { groups: ['layout', 'text', 'records', 'library', 'navigation'] },
    most: 20,
    depth: 2,
  }),
})

export const section = defineBlock({
  type: 'section',
  v: 1,
  group: 'layout',
  label: { 'zh-CN': '分区', en: 'Section' },
  about: {
    'zh-CN': '把几个版块放在一个标题下面。',
    en: 'Puts several blocks under one heading.',
  },
  topmost: true,
  fields,
  heads: ({ title }) => title !== undefined,
  render({ fields: { title, lead, ground }, slots, context, id }) {
    const name = `${id}-t`
    const inner = html`<div class="wrap">
      ${title && html`<header>${heading(context.level, html`id="${name}"`, words(title, context))}</header>`}
      ${lead && html`<p class="lead">${words(lead, context)}</p>`}
      ${slots.body.length > 0 && html`<div class="stack">${slots.body}</div>`}
    </div>`
    const kind = `band section ${ground}`
    return title
      ? html`<section class="${kind}" aria-labelledby="${name}">${inner}</section>`
      : html`<div class="${kind}">${inner}</div>`
  },
})
