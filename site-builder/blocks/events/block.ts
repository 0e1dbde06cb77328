/** What takes place at the library: the day, the time, the place, for whom; soonest first. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { BlockContext, RenderContext } from '../contract.ts'
import { dayWords, isMoment, momentOf, weekdayWords } from '../days.ts'
import { defineBlock } from '../define.ts'
import { choice, declare, entity, number, text } from '../fields/declare.ts'
import { emptyHelp, titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { addressOf, linked } from '../links.ts'
import { LibraryEvents } from '../operations.generated.ts'
import type { LibraryEventsData } from '../operations.generated.ts'
import { filled, libraryNode, moreOf, paragraphs, plainSaid, said } from '../said.ts'
import { eventsCalendar } from '../feed-addresses.ts'
import { words } from '../words.ts'

const say = {
  'zh-CN': { none: '近期没有活动。', cancelled: '已取消', more: '详情与报名', calendar: '加入日历（.ics）' },
  en: {
    none: 'Nothing is planned at the moment.',
    cancelled: 'Cancelled',
    more: 'More, and how to take part',
    calendar: 'Add to a calendar (.ics)',
  },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '近期活动', en: 'Events' },
  }),
  events: entity({
    label: { 'zh-CN': '活动', en: 'Events' },
    help: {
      'zh-CN': '活动写一次，结束后自动撤下；取消的活动会标明，方便准备来的读者。',
      en: 'Written once and gone when they are over; one that is cancelled says so.',
    },
    entity: 'events',
  }),
  most: number({
    label: { 'zh-CN': '最多几场', en: 'How many' },
    help: { 'zh-CN': '最近的在前，过去的自己撤下。', en: 'The next first; what is over goes by itself.' },
    least: 1,
    most: 50,
    default: 6,
  }),
  whenEmpty: choice({
    label: { 'zh-CN': '没有活动时', en: 'When there are none' },
    help: emptyHelp,
    options: {
      hide: { 'zh-CN': '隐藏这一块', en: 'Hide this block' },
      say: { 'zh-CN': '说明暂时没有', en: 'Say so' },
    },
    default: 'hide',
  }),
})

type Event = NonNullable<LibraryEventsData['here']>['events'][number]

export const events = defineBlock({
  type: 'events',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '活动', en: 'Events' },
  about: {
    'zh-CN': '讲座、展览、故事会：时间、地点、对象。',
    en: 'Lectures, exhibitions, story times: when, where and for whom.',
  },
  fields,
  query: ({ most }, { today }) => ({ asked: ask(LibraryEvents, { first: most, today }) }),
  jsonLd({ answers, context }) {
    const here = answers.asked?.here
    return here?.events.flatMap((event) => eventNode(event, here.name, context)) ?? []
  },
  render({ fields, answers, context, id }) {
    const found = answers.asked?.here?.events
    if (!found || (found.length === 0 && fields.whenEmpty === 'hide')) return nothing
    return framed({
      id,
      title: words(fields.title, context),
      body:
        found.length === 0
          ? html`<p class="none">${say[context.locale].none}</p>`
          : html`<ul class="events">
                ${found.map((event) => eventHtml(event, context))}
              </ul>
              <p>
                <a class="link tap" href="${eventsCalendar}" type="text/calendar"
                  >${say[context.locale].calendar}</a
                >
              </p>`,
      context,
    })
  },
})

function eventHtml(event: Event, context: BlockContext): Html {
  const { begins, place, audience, link, state } = event
  const cancelled = state === 'CANCELLED'
  const about = [said(place, context), said(audience, context)].flatMap((text) =>
    text ? [html`<span>${text}</span> `] : [],
  )
  return html`<li>
    ${heading(below(context.level), null, said(event.title, context))}
    <p class="when">
      ${cancelled && html`<strong>${say[context.locale].cancelled}</strong>`}
      <time datetime="${begins}">${whenWords(event, context)}</time>
    </p>
    ${about.length > 0 && html`<p class="m">${about}</p>`} ${paragraphs(event.text, context)}
    ${link && !cancelled && html`<p>${linked(link, moreOf(say[context.locale].more, event.title, context), context)}</p>`}
  </li>`
}

/** `12 月 5 日 星期六 14:00–16:00`; both days where it goes on over night. */
function whenWords({ begins, ends }: Event, { today, locale }: RenderContext): string {
  const [first, last] = [momentOf(begins), momentOf(ends)]
  const day = (text: string): string => {
    const [date, weekday] = [dayWords(text, today, locale), weekdayWords(text, locale)]
    return locale === 'en' ? `${weekday} ${date}` : `${date} ${weekday}`
  }
  return first.day === last.day
    ? `${day(first.day)} ${first.time}–${last.time}`
    : `${day(first.day)} ${first.time} – ${day(last.day)} ${last.time}`
}

/** The event for machines; nothing for one whose times are none. */
function eventNode(event: Event, library: string, context: RenderContext): readonly object[] {
  const { key, begins, ends, state, link } = event
  if (!isMoment(begins) || !isMoment(ends)) return []
  const place = plainSaid(event.place, context)
  const address = link === null ? null : addressOf(link, context)
  return [
    {
      '@type': 'Event',
      '@id': `#event-${key}`,
      name: plainSaid(event.title, context),
      startDate: `${begins}:00+08:00`,
      endDate: `${ends}:00+08:00`,
      eventStatus: `https://schema.org/${state === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: place === '' ? library : `${library} ${place}` },
      organizer: libraryNode(library, {}),
      ...filled({
        description: plainSaid(event.text, context),
        audience: audienceOf(plainSaid(event.audience, context)),
        url: address,
      }),
    },
  ]
}

const audienceOf = (text: string): object | null =>
  text === '' ? null : { '@type': 'Audience', audienceType: text }
