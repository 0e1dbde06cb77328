/** What the library has to tell: urgent and pinned notices first, each as long as it is to be shown. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { BlockContext } from '../contract.ts'
import { dayWords } from '../days.ts'
import { defineBlock } from '../define.ts'
import { choice, declare, entity, number, text } from '../fields/declare.ts'
import { emptyHelp, titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { linked } from '../links.ts'
import { LibraryNotices } from '../operations.generated.ts'
import type { LibraryNoticesData } from '../operations.generated.ts'
import { moreOf, paragraphs, said } from '../said.ts'
import { noticesFeed } from '../feed-addresses.ts'
import { words } from '../words.ts'
import { below } from '../levels.ts'

const say = {
  'zh-CN': { none: '目前没有公告。', urgent: '紧急', pinned: '置顶', more: '详情', feed: '订阅公告（Atom）' },
  en: {
    none: 'There are no notices at the moment.',
    urgent: 'Urgent',
    pinned: 'Pinned',
    more: 'More',
    feed: 'Subscribe to notices (Atom)',
  },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '公告', en: 'Notices' },
  }),
  notices: entity({
    label: { 'zh-CN': '公告', en: 'Notices' },
    help: {
      'zh-CN': '公告写一次，到期自动撤下；紧急公告还会显示在每一页的顶部。',
      en: 'Written once and gone when they are over; urgent ones also stand above every page.',
    },
    entity: 'notices',
  }),
  most: number({
    label: { 'zh-CN': '最多几条', en: 'How many' },
    help: {
      'zh-CN': '最新的在前，多出来的点“全部公告”看。',
      en: 'The latest first; what is more is behind a link.',
    },
    least: 1,
    most: 20,
    default: 5,
  }),
  whenEmpty: choice({
    label: { 'zh-CN': '没有公告时', en: 'When there are none' },
    help: emptyHelp,
    options: {
      hide: { 'zh-CN': '隐藏这一块', en: 'Hide this block' },
      say: { 'zh-CN': '说明暂时没有', en: 'Say so' },
    },
    default: 'hide',
  }),
})

export const announcements = defineBlock({
  type: 'announcements',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '公告', en: 'Notices' },
  about: {
    'zh-CN': '闭馆、停电、新服务……写一次，到期自动撤下。',
    en: 'Closures, works, new services: written once, gone when they are over.',
  },
  fields,
  query: ({ most }, { today }) => ({ asked: ask(LibraryNotices, { first: most, today }) }),
  render({ fields, answers, context, id }) {
    const notices = answers.asked?.here?.notices
    if (!notices || (notices.length === 0 && fields.whenEmpty === 'hide')) return nothing
    return framed({
      id,
      title: words(fields.title, context),
      body:
        notices.length === 0
          ? html`<p class="none">${say[context.locale].none}</p>`
          : html`<ul class="notices">
                ${notices.map((notice) => noticeHtml(notice, context))}
              </ul>
              <p>
                <a class="link tap" href="${noticesFeed}" type="application/atom+xml"
                  >${say[context.locale].feed}</a
                >
              </p>`,
      context,
    })
  },
})

type Notice = NonNullable<LibraryNoticesData['here']>['notices'][number]

function noticeHtml({ title, text, urgent, pinned, from, link }: Notice, context: BlockContext) {
  const { today, locale } = context
  const mark = urgent ? say[locale].urgent : pinned ? say[locale].pinned : null
  return html`<li>
    ${heading(below(context.level), null, said(title, context))}
    <p class="m">
      ${mark && html`<strong>${mark}</strong>`}
      <time datetime="${from}">${dayWords(from, today, locale)}</time>
    </p>
    ${paragraphs(text, context)}
    ${link && html`<p>${linked(link, moreOf(say[locale].more, title, context), context)}</p>`}
  </li>`
}
