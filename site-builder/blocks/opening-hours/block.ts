/** When the library is open: today in a line, the days that follow, and what is otherwise soon. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { BlockContext } from '../contract.ts'
import { daysWords, spansWords } from '../days.ts'
import { defineBlock } from '../define.ts'
import { choice, declare, entity, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { LibraryHours } from '../operations.generated.ts'
import { paragraphs, said } from '../said.ts'
import { words } from '../words.ts'
import { daysTable, todayLine } from './days.ts'
import type { Hours } from './days.ts'
import { hoursNodes } from './json-ld.ts'

const say = {
  'zh-CN': { closed: '闭馆', soon: '临时变动' },
  en: { closed: 'closed', soon: 'Soon otherwise' },
} as const

/** Days in the table, today the first. */
const shownDays = 7

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '开放时间', en: 'Opening hours' },
  }),
  hours: entity({
    label: { 'zh-CN': '开放时间', en: 'Opening hours' },
    help: {
      'zh-CN': '在“开放与联系”里改一次，网站、门户和接口都会跟着变。',
      en: 'Kept with the library: changed once, the site, the portal and the API say it.',
    },
    entity: 'hours',
  }),
  look: choice({
    label: { 'zh-CN': '显示方式', en: 'Shown as' },
    help: {
      'zh-CN': '只显示今天最省地方；首页合适。一周一览适合专讲到馆的页面。',
      en: 'Today alone takes least room, on a home page; the week is for a page on how to visit.',
    },
    options: {
      week: { 'zh-CN': '今天和之后一周', en: 'Today and the week that follows' },
      today: { 'zh-CN': '只显示今天', en: 'Today only' },
    },
    default: 'week',
  }),
})

export const openingHours = defineBlock({
  type: 'opening-hours',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '开放时间', en: 'Opening hours' },
  about: {
    'zh-CN': '今天几点开几点闭、之后一周、节假日和临时闭馆。',
    en: 'When the library opens and closes today, the week that follows, holidays and closures.',
  },
  fields,
  query: (_, { today }) => ({ asked: ask(LibraryHours, { today }) }),
  jsonLd({ answers, context }) {
    const here = answers.asked?.here
    return here?.hours ? hoursNodes(here.name, here.hours, context) : []
  },
  render({ fields, answers, context, id }) {
    const hours = answers.asked?.here?.hours
    // Not said yet, or not to be had: hours that nobody has said are never guessed.
    if (!hours || hours.places.length === 0) return nothing
    return framed({
      id,
      title: words(fields.title, context),
      body: html`<div class="hours">
          ${hours.places.map((_, n) => placeHtml(hours, n, fields.look, context))}
        </div>
        ${soonHtml(hours, context)}
        ${hours.note.length > 0 && html`<div class="note">${paragraphs(hours.note, context)}</div>`}`,
      context,
    })
  },
})

function placeHtml(hours: Hours, n: number, look: 'week' | 'today', context: BlockContext): Html {
  const name = said(hours.places[n]?.name ?? [], context)
  // By the day of the page, not by that of the answer: an answer of yesterday says nothing wrong.
  const from = hours.days.findIndex(({ date }) => date === context.today)
  const days = from < 0 ? hours.days : hours.days.slice(from, from + shownDays)
  const today = from < 0 ? undefined : days[0]
  const opening = today?.places[n]
  return html`<div>
    ${hours.places.length > 1 && name && heading(below(context.level), null, name)}
    ${today && opening && todayLine(today, opening, context)}
    ${look === 'week' && daysTable(days.slice(0, shownDays), n, context)}
  </div>`
}

/** Exceptions that are announced, each with its days, its times and why. */
function soonHtml({ announced, places }: Hours, context: BlockContext): Html | null {
  if (announced.length === 0) return null
  const { today, locale } = context
  const items = announced.map(({ from, until, places: keys, spans, reason }) => {
    const names = places.flatMap(({ key, name }) => (keys.includes(key) ? (said(name, context) ?? []) : []))
    return html`<li>
      <strong>${daysWords(from, until, today, locale)}</strong>
      ${names.map((name) => html`<span>${name}</span> `)} ${spansWords(spans, locale) ?? say[locale].closed}
      <span class="m">${said(reason, context)}</span>
    </li>`
  })
  return html`<div class="soon">
    ${heading(below(context.level), null, say[locale].soon)}
    <ul>
      ${items}
    </ul>
  </div>`
}
