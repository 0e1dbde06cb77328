/** Running text: paragraphs, headings, lists, quotations, links. */
import { textFor } from '@shuxiang/site-model'
import { html, nothing, richTextHtml } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, richText } from '../fields/declare.ts'
import { askFiles, linksIn, withFiles } from '../files.ts'
import { plain } from '../frame.ts'
import { addressOf } from '../links.ts'
import { langOf } from '../words.ts'

const fields = declare({
  body: richText({
    label: { 'zh-CN': '正文', en: 'Text' },
    help: {
      'zh-CN': '可以用小标题、列表、引文和链接；粘贴来的格式会去掉。',
      en: 'Headings, lists, quotations and links; other styles of what is pasted are dropped.',
    },
    default: {
      'zh-CN': [{ type: 'paragraph', runs: [{ text: '在这里写正文。' }] }],
      en: [{ type: 'paragraph', runs: [{ text: 'Write the text here.' }] }],
    },
  }),
})

export const richTextBlock = defineBlock({
  type: 'rich-text',
  v: 1,
  group: 'text',
  label: { 'zh-CN': '正文', en: 'Text' },
  about: {
    'zh-CN': '一段或几段文字，可以有小标题和列表。',
    en: 'One or more paragraphs, with headings and lists if wanted.',
  },
  fields,
  query: ({ body }) => ({ files: askFiles(Object.values(body).flatMap(linksIn)) }),
  render({ fields, answers, context }) {
    const found = textFor(fields.body, context.locale)
    if (!found || found.text.length === 0) return nothing
    const there = withFiles(context, answers.files)
    const resolve = (target: string): string | null => addressOf(target, there)
    const level = context.level === 1 ? 2 : context.level
    return plain(
      html`<div class="prose" ${langOf(context, found.language)}>
        ${richTextHtml(found.text, { resolve, level })}
      </div>`,
      context,
      'text',
    )
  },
})
