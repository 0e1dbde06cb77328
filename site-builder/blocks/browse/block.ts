/** Ways in for who has no question: the ages as a band, and of people, forms, tunes, themes and collections the largest. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import { browsingAddress } from '@shuxiang/vocabulary'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { declare, number, text, toggle } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { MostFrequent } from '../operations.generated.ts'
import { words } from '../words.ts'
import { bandHtml } from './band.ts'
import { moreHtml, valuesHtml } from './values.ts'

/** All periods, whatever else is asked for. */
const least = 12
const most = 24

const say = {
  'zh-CN': { all: '浏览全部', random: '随便看一种' },
  en: { all: 'Browse everything', random: 'Show me anything' },
} as const

/** Facets beside the periods, in the order in which they stand, each with the field that says how many. */
const facets = [
  { field: 'people', name: 'author', words: { 'zh-CN': '人物', en: 'People' } },
  { field: 'forms', name: 'form', words: { 'zh-CN': '体裁', en: 'Forms' } },
  { field: 'tunes', name: 'tune', words: { 'zh-CN': '词牌', en: 'Tunes' } },
  { field: 'themes', name: 'subject', words: { 'zh-CN': '主题', en: 'Themes' } },
  { field: 'collections', name: 'collection', words: { 'zh-CN': '文献集', en: 'Collections' } },
] as const

const help = {
  'zh-CN': '作品多的在前，各自通往自己的页面；0 就不放。',
  en: 'Those with most works first, each a link to its page; 0 for none.',
}
const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '随处看看', en: 'Look around' },
  }),
  periods: toggle({
    label: { 'zh-CN': '朝代', en: 'Periods' },
    help: {
      'zh-CN': '从古到今排成一行，高低表示作品多少。',
      en: 'In the order of time; the higher a step, the more works.',
    },
    default: true,
  }),
  people: number({ label: { 'zh-CN': '放几位人物', en: 'People' }, help, least: 0, most, default: 12 }),
  forms: number({ label: { 'zh-CN': '放几种体裁', en: 'Forms' }, help, least: 0, most, default: 0 }),
  tunes: number({ label: { 'zh-CN': '放几个词牌', en: 'Tunes' }, help, least: 0, most, default: 12 }),
  themes: number({ label: { 'zh-CN': '放几个主题', en: 'Themes' }, help, least: 0, most, default: 0 }),
  collections: number({
    label: { 'zh-CN': '放几部文献集', en: 'Collections' },
    help,
    least: 0,
    most,
    default: 0,
  }),
  random: toggle({
    label: { 'zh-CN': '“随便看一种”', en: '“Show me anything”' },
    help: {
      'zh-CN': '一个链接，每次打开一种不同的资源。',
      en: 'A link that opens another record each time.',
    },
    default: true,
  }),
})

export const browse = defineBlock({
  type: 'browse',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '浏览', en: 'Browse' },
  about: {
    'zh-CN': '按朝代、人物、体裁、词牌、主题和文献集看有什么，自己数，自己更新。',
    en: 'What there is by periods, people, forms, tunes, themes and collections; it counts by itself.',
  },
  fields,
  query(chosen, { locale }) {
    const wanted = facets.filter(({ field }) => chosen[field] > 0)
    const names = [...(chosen.periods ? ['period'] : []), ...wanted.map(({ name }) => name)]
    const size = Math.max(least, ...wanted.map(({ field }) => chosen[field]))
    return {
      found: names.length > 0 ? ask(MostFrequent, { facets: names, size, language: locale }) : undefined,
    }
  },
  render({ fields: chosen, answers, context, id }) {
    const found = answers.found?.search.facets ?? []
    const of = (wanted: string) => found.find(({ name, values }) => name === wanted && values.length > 0)
    const ages = chosen.periods ? of('period') : undefined
    const lists = facets.flatMap((facet) => {
      const its = chosen[facet.field] > 0 ? of(facet.name) : undefined
      return its ? [{ ...facet, ...its, values: its.values.slice(0, chosen[facet.field]) }] : []
    })
    if (!ages && lists.length === 0) return nothing
    const { locale } = context
    return framed({
      id,
      title: words(chosen.title, context),
      more: html`<span class="ways-in"
        >${chosen.random && html`<a class="link" href="/random" rel="nofollow">${say[locale].random}</a>`}
        <a class="link" href="${browsingAddress()}">${say[locale].all}</a></span
      >`,
      body: html`${ages && bandHtml(ages.values, context)}
      ${lists.map(
        ({ name, words: { [locale]: named }, values, valueCount }) =>
          html`<section class="of" aria-labelledby="${id}-${name}">
            <div class="named">
              ${heading(below(context.level), html`id="${id}-${name}"`, named)}
              ${valueCount > values.length && moreHtml({ facet: name, named, all: valueCount }, context)}
            </div>
            ${valuesHtml(values, context)}
          </section>`,
      )}`,
      context,
      kind: 'browsing',
    })
  },
})
