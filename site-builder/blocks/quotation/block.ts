/** A sentence worth stopping at, and whose it is. */
import { html } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, link, longText, text } from '../fields/declare.ts'
import { plain } from '../frame.ts'
import { linked } from '../links.ts'
import { words } from '../words.ts'

const fields = declare({
  text: longText({
    label: { 'zh-CN': '引文', en: 'Quotation' },
    help: { 'zh-CN': '不用加引号。', en: 'Without quotation marks.' },
    localized: true,
    longest: 400,
    default: { 'zh-CN': '读书破万卷，下笔如有神。', en: 'A book is a garden carried in the pocket.' },
  }),
  by: text({
    label: { 'zh-CN': '谁说的', en: 'Whose words' },
    help: {
      'zh-CN': '这句话是谁说的、谁写的。不知道就不写。',
      en: 'Who said or wrote it. Leave it out where nobody knows.',
    },
    localized: true,
    longest: 80,
    optional: true,
  }),
  source: text({
    label: { 'zh-CN': '出处', en: 'Source' },
    help: { 'zh-CN': '出自哪本书、哪一篇。', en: 'The book or the text it is from.' },
    localized: true,
    longest: 120,
    optional: true,
  }),
  to: link({
    label: { 'zh-CN': '出处链接', en: 'Link of the source' },
    help: {
      'zh-CN': '本站有这本书的话，选上它，读者点出处就能读。',
      en: 'If it is here, choose it: readers press the source and read on.',
    },
    to: ['record', 'page', 'path', 'elsewhere'],
    optional: true,
  }),
})

export const quotation = defineBlock({
  type: 'quotation',
  v: 1,
  group: 'text',
  label: { 'zh-CN': '引文', en: 'Quotation' },
  about: { 'zh-CN': '一句名言或书中的一段话，注明出处。', en: 'A saying or a passage, with its source.' },
  fields,
  render({ fields, context }) {
    const source = fields.source && html`<cite>${words(fields.source, context)}</cite>`
    const from = source && (fields.to ? linked(fields.to, source, context) : source)
    return plain(
      html`<figure class="quotation">
        <blockquote><p>${words(fields.text, context)}</p></blockquote>
        ${(fields.by || from) && html`<figcaption>${fields.by && words(fields.by, context)}${fields.by && from && html`<span aria-hidden="true"> · </span>`}${from}</figcaption>`}
      </figure>`,
      context,
      'text',
    )
  },
})
