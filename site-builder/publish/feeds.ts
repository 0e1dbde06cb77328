/** What a site tells beside its pages: notices as Atom (RFC 4287), events as a calendar (RFC 5545). */
import {
  byLanguage,
  eventsCalendar,
  noticesFeed,
  toldEvents,
  toldNotices,
  type Answers,
  type PageQuery,
  type ToldEvent,
  type ToldNotice,
} from '@shuxiang/site-blocks'
import type { Head } from '@shuxiang/sdk/contract'
import { textFor } from '@shuxiang/site-model'
import { escape, type Locale } from '@shuxiang/site-render'
import { dayOf } from './day.ts'
import type { SiteInputs } from './inputs.ts'

export interface FeedFile {
  readonly path: string
  readonly type: string
  readonly text: string
}

export interface Feeds {
  readonly queries: readonly PageQuery[]
  /** For the head of every page. */
  alternates(locale: Locale): NonNullable<Head['alternates']>
  files(answers: Answers): readonly FeedFile[]
}

const mostNotices = 20
const mostEvents = 50
const atom = 'application/atom+xml'
const calendar = 'text/calendar'
const say = {
  'zh-CN': { notices: '公告', events: '活动' },
  en: { notices: 'Notices', events: 'Events' },
} as const

/** Those of which the site has a block: who shows no events has no calendar. */
export function openFeeds(inputs: SiteInputs): Feeds {
  const types = new Set(
    [...inputs.pages.values()].flatMap(({ blocks }) => Object.values(blocks).map(({ type }) => type)),
  )
  const today = dayOf(inputs.now)
  const notices = types.has('announcements') ? toldNotices(today, mostNotices) : null
  const events = types.has('events') ? toldEvents(today, mostEvents) : null
  return {
    queries: [...(notices ? [notices.query] : []), ...(events ? [events.query] : [])],
    alternates: (locale) => [
      ...(notices ? [{ type: atom, href: noticesFeed, title: say[locale].notices }] : []),
      ...(events ? [{ type: calendar, href: eventsCalendar, title: say[locale].events }] : []),
    ],
    files: (answers) => [
      ...(notices
        ? [{ path: noticesFeed, type: `${atom}; charset=utf-8`, text: feedOf(inputs, notices.of(answers)) }]
        : []),
      ...(events
        ? [
            {
              path: eventsCalendar,
              type: `${calendar}; charset=utf-8`,
              text: calendarOf(inputs, events.of(answers)),
            },
          ]
        : []),
    ],
  }
}

type Texts = Parameters<typeof byLanguage>[0]

const mainOf = ({ languages }: SiteInputs): Locale => languages[0] ?? 'zh-CN'
const textIn = (inputs: SiteInputs, texts: Texts): string =>
  textFor(byLanguage(texts), mainOf(inputs))?.text ?? ''
const nameOf = (inputs: SiteInputs): string =>
  textFor(inputs.facts.names, mainOf(inputs))?.text ?? inputs.code
/** A day of China as an instant. */
const instantOf = (day: string): string => `${day}T00:00:00+08:00`

/** `/x` and `https://…`; null for anything else. */
function addressOf(link: string | null, { origin }: SiteInputs): string | null {
  if (link === null || !/^(?:\/(?![/\\])|https?:\/\/)/.test(link)) return null
  return URL.parse(link, origin)?.href ?? null
}

/** A day that there is, and not only its form. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** An instant as UTC has it, to the second; null for what is none. */
function instantIn(text: string): string | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** When a notice was last another one: it is new on its first day, whenever it was written. */
function updatedOf({ from, changedAt }: ToldNotice): string {
  const first = instantIn(instantOf(from)) ?? ''
  const changed = instantIn(changedAt) ?? ''
  return changed > first ? changed : first
}

function feedOf(inputs: SiteInputs, told: readonly ToldNotice[]): string {
  const { origin } = inputs
  const notices = told.filter(({ from }) => isDay(from))
  const locale = mainOf(inputs)
  const self = new URL(noticesFeed, origin).href
  const newest = notices
    .map(updatedOf)
    .reduce((one, other) => (one > other ? one : other), '2000-01-01T00:00:00Z')
  const entries = notices.map((notice) => {
    const address = addressOf(notice.link, inputs) ?? new URL('/', origin).href
    return [
      '<entry>',
      `<id>${escape(`${self}#${encodeURIComponent(notice.id.toWellFormed())}`)}</id>`,
      `<title>${escape(textIn(inputs, notice.title))}</title>`,
      `<link href="${escape(address)}"/>`,
      `<published>${instantOf(notice.from)}</published><updated>${updatedOf(notice)}</updated>`,
      `<content type="text">${escape(textIn(inputs, notice.text))}</content>`,
      '</entry>',
    ].join('')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${escape(self)}</id><title>${escape(`${nameOf(inputs)} · ${say[locale].notices}`)}</title>`,
    `<link rel="self" type="${atom}" href="${escape(self)}"/><link href="${escape(new URL('/', origin).href)}"/>`,
    `<updated>${newest}</updated><author><name>${escape(nameOf(inputs))}</name></author>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n')
}

/** China has had one time zone without summer time since 1992. */
const shanghai = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19920101T000000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
]

function calendarOf(inputs: SiteInputs, events: readonly ToldEvent[]): string {
  const locale = mainOf(inputs)
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Shuxiang//Library events//ZH', 'CALSCALE:GREGORIAN'],
    `NAME:${written(`${nameOf(inputs)} · ${say[locale].events}`)}`,
    ...shanghai,
    ...events.flatMap((event) => eventLines(inputs, event)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10))
const stamp = (moment: string): string => `${moment.replaceAll(/[-:]/g, '')}00`

function eventLines(inputs: SiteInputs, event: ToldEvent): readonly string[] {
  const { key, begins, ends, state } = event
  // A calendar program refuses the whole file for one event that ends before it begins.
  if (!isMoment(begins) || !isMoment(ends) || ends <= begins) return []
  const changed = (instantIn(event.changedAt) ?? '2000-01-01T00:00:00Z').replaceAll(/[-:]/g, '')
  const place = textIn(inputs, event.place)
  const about = textIn(inputs, event.text)
  const address = addressOf(event.link, inputs)
  return [
    'BEGIN:VEVENT',
    `UID:${written(`${key}@${inputs.code}`)}`,
    // Of the change and not of the drawing: the same event has the same lines every day.
    ...[`DTSTAMP:${changed}`, `LAST-MODIFIED:${changed}`],
    `DTSTART;TZID=Asia/Shanghai:${stamp(begins)}`,
    `DTEND;TZID=Asia/Shanghai:${stamp(ends)}`,
    `SUMMARY:${written(textIn(inputs, event.title))}`,
    ...(about === '' ? [] : [`DESCRIPTION:${written(about)}`]),
    `LOCATION:${written(place === '' ? nameOf(inputs) : `${nameOf(inputs)} ${place}`)}`,
    ...(address === null ? [] : [`URL:${address}`]),
    `STATUS:${state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** A text value: no line of it can end the line that it stands in. */
function written(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\r\n]/g, '\\n')
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
}

const longestLine = 75
/** Lines of more than 75 bytes go on in the next one behind a space; a character is never cut. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > longestLine) {
      text += '\r\n '
      bytes = 1
    }
    text += sign
    bytes += size
  }
  return text
}
