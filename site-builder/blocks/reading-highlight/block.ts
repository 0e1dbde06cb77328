/** One record, and a passage that makes one want to read it. */
import { coversHtml, heading, html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { asset, declare, longText, record, text } from '../fields/declare.ts'
import { plain } from '../frame.ts'
import { ShelfRecord, SitePictures } from '../operations.generated.ts'
import { pictured, stillHtml } from '../pictures.ts'
import { byLine, langOfNames } from '../record-card.ts'
import { langOf, words } from '../words.ts'

const say = { 'zh-CN': { read: '去读' }, en: { read: 'Read it' } } as const

const fields = declare({
  label: text({
    label: { 'zh-CN': '栏目名', en: 'Name of the column' },
    help: {
      'zh-CN': '写在封面旁边的小字，如“今日共读”“馆员推荐”。',
      en: 'Small words beside the cover, such as “Worth reading”.',
    },
    localized: true,
    longest: 40,
    default: { 'zh-CN': '今日共读', en: 'Worth reading' },
  }),
  record: record({
    label: { 'zh-CN': '哪一条资源', en: 'Which record' },
    help: {
      'zh-CN': '按题名查找，选一条。封面和作者会自己带上。',
      en: 'Look for a title and choose one. Cover and author come along.',
    },
    optional: true,
    needed: true,
  }),
  passage: longText({
    label: { 'zh-CN': '摘一段', en: 'A passage' },
    help: {
      'zh-CN': '从书里摘两三句，比介绍更能留住人。',
      en: 'Two or three sentences of it hold a reader better than a description.',
    },
    localized: true,
    longest: 400,
    optional: true,
  }),
  picture: asset({
    label: { 'zh-CN': '图片', en: 'Picture' },
    help: {
      'zh-CN': '书影、插图或活动照片；不放就只显示封面。',
      en: 'A page, an illustration or a photograph; without one the cover stands alone.',
    },
    accept: 'image',
    optional: true,
  }),
  note: longText({
    label: { 'zh-CN': '馆员的话', en: 'A librarian’s word' },
    help: {
      'zh-CN': '为什么推荐它：两三句话，像跟读者当面说一样。可以不写。',
      en: 'Why you recommend it: two or three sentences, as you would say them. May be left out.',
    },
    localized: true,
    longest: 300,
    optional: true,
  }),
})

/** Below the passage, as wide as a column of text. */
const sizes = '(min-width: 56rem) 34rem, 100vw'

export const readingHighlight = defineBlock({
  type: 'reading-highlight',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '荐读', en: 'Worth reading' },
  about: {
    'zh-CN': '推荐一本书或一首诗：封面、摘一段、馆员的话。',
    en: 'One book or poem: its cover, a passage, a librarian’s word.',
  },
  fields,
  query: ({ record, picture }, { locale }) => ({
    found: record === undefined ? undefined : ask(ShelfRecord, { id: record, language: locale }),
    picture: picture && ask(SitePictures, { ids: [picture.id] }),
  }),
  render({ fields: { label, passage, note, picture }, answers, context, id }) {
    const found = answers.found?.record
    if (!found) return nothing
    const by = byLine(found, context)
    const language = langOf(context, found.language)
    return plain(
      html`<section class="highlight" aria-labelledby="${id}-t">
        ${coversHtml([found])}
        <div>
          <p class="label">${words(label, context)}</p>
          ${heading(context.level, html`id="${id}-t"`, html`<a href="${found.url}" ${language}>${found.title}</a>`)}
          ${by !== '' && html`<p class="m" ${langOfNames(context, by)}>${by}</p>`}
          ${passage && html`<blockquote><p>${words(passage, context)}</p></blockquote>`}
          ${note && html`<p class="note">${words(note, context)}</p>`}
          ${stillHtml(pictured(picture, answers.picture), sizes, context)}
          <p>
            <a class="btn" href="${found.url}"
              >${say[context.locale].read}<span class="sr"
                >${context.locale === 'en' ? ': ' : '：'}<span ${language}>${found.title}</span></span
              ></a
            >
          </p>
        </div>
      </section>`,
      context,
      'text',
    )
  },
})
