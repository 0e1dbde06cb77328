/** The person of the day: name, years, how the life is told to begin, works that are known best; the same for everybody. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { declare, number, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { PersonOfTheDay } from '../operations.generated.ts'
import { langOf, words } from '../words.ts'
import { beginningOfLife } from './life.ts'

/** Works that are asked for: some may stand on the page already. */
const asked = 6

const say = {
  'zh-CN': { works: '代表作品', more: '生平与作品', colon: '：' },
  en: { works: 'Best known', more: 'Life and works', colon: ': ' },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '今日人物', en: 'Person of the day' },
  }),
  works: number({
    label: { 'zh-CN': '列几种作品', en: 'How many works' },
    help: {
      'zh-CN': '最知名的几种，页面上已经有的不再列；0 就不列。',
      en: 'Those known best, without what stands on the page already; 0 for none.',
    },
    least: 0,
    most: 3,
    default: 3,
  }),
})

export const dailyPerson = defineBlock({
  type: 'daily-person',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '今日人物', en: 'Person of the day' },
  about: {
    'zh-CN': '每天一位有小传的作者，附生卒年和作品。自己更新，不用维护。',
    en: 'An author a day of whom a life is told, with years and works. Nobody has to look after it.',
  },
  fields,
  query: (_, { today, locale }) => ({
    found: ask(PersonOfTheDay, { date: today, language: locale, works: asked }),
  }),
  render({ fields: { title, works: most }, answers, context, id }) {
    const person = answers.found?.personOfTheDay
    const life = person && beginningOfLife(person.biography ?? '')
    if (!person || !life || person.bestKnown.length === 0) return nothing
    const { works: listed, more, colon } = say[context.locale]
    const works = person.bestKnown.filter((one) => !context.shown.has(one.id)).slice(0, most)
    for (const one of works) context.shown.add(one.id)
    const when = [person.period?.label, person.lifetime].filter(Boolean).join(' · ')
    const level = below(context.level)
    return framed({
      id,
      title: words(title, context),
      body: html`<div class="who">
        <div class="named">
          ${heading(level, html`class="name"`, html`<a href="${person.url}">${person.label}</a>`)}
          ${when !== '' && html`<p class="when">${when}</p>`}
        </div>
        <div class="told">
          <p class="life" ${langOf(context)}>${life}</p>
          ${
            works.length > 0 &&
            html`<p class="listed">${listed}</p>
              <ul class="of">
                ${works.map(
                  (one) =>
                    html`<li>
                      <a class="link tap" href="${one.url}" ${langOf(context, one.language)}>${one.title}</a>
                    </li>`,
                )}
              </ul>`
          }
          <p>
            <a class="link tap" href="${person.url}"
              >${more}<span class="sr">${colon}${person.label}</span></a
            >
          </p>
        </div>
      </div>`,
      context,
      kind: 'person-of-day',
    })
  },
})
