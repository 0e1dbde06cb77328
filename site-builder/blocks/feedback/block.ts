/** A form by which readers write to the library; it needs no script, and nobody has to sign in. */
import { feedbackFormHtml, html } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, longText, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { words } from '../words.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '写给图书馆', en: 'Write to the library' },
  }),
  about: longText({
    label: { 'zh-CN': '说明', en: 'What becomes of it' },
    help: {
      'zh-CN': '写明多久答复。来信在工作台的“读者来信”里查看和办结。',
      en: 'Say when it is answered. Messages are read and settled under “Feedback” in the console.',
    },
    localized: true,
    longest: 400,
    optional: true,
  }),
})

export const feedback = defineBlock({
  type: 'feedback',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '意见表', en: 'Feedback form' },
  about: {
    'zh-CN': '读者在网页上提意见、投诉或咨询，馆员在工作台里办理。',
    en: 'Readers write on the page, and librarians settle it in the console.',
  },
  fields,
  render({ fields: { title, about }, context, id }) {
    const values = { kind: 'SUGGESTION', text: '', contact: '', page: context.path ?? '/' } as const
    const body = html`${about && html`<p class="lead">${words(about, context)}</p>`}
    ${feedbackFormHtml({ locale: context.locale, id, values, fault: null })}`
    return framed({ id, title: words(title, context), body, context })
  },
})
