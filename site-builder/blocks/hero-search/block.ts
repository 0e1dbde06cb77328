/** The opening of a home page: title, the one search box, kinds with counts, the poem of the day. */
import { count, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { facetAddress, LONGEST_BOX, searchAddress } from '@shuxiang/vocabulary'
import type { RenderContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { plainWords, words } from '../words.ts'
import { dailyPoem, homeKinds } from './answers.ts'
import type { HomeKinds } from './answers.ts'
import { dailyHtml } from './daily.ts'
import { heroFields } from './fields.ts'

const say = {
  'zh-CN': { label: '检索全部资源', kinds: '资源类型' },
  en: { label: 'Search all resources', kinds: 'Kinds of resources' },
} as const

function kindsHtml(kinds: HomeKinds, context: RenderContext): Html | null {
  const facet = kinds.search.facets.find((one) => one.name === 'kind')
  const values = (facet?.values ?? []).filter((value) => value.count > 0).sort((a, b) => b.count - a.count)
  if (values.length === 0) return null
  const links = values.map(
    ({ value, label, count: n }) =>
      html`<a href="${facetAddress('kind', value)}"
        ><span>${label}</span> <b>${count(context.locale, n)}</b></a
      >`,
  )
  return html`<nav class="kinds" aria-label="${say[context.locale].kinds}">${links}</nav>`
}

export const heroSearch = defineBlock({
  type: 'hero-search',
  v: 1,
  label: { 'zh-CN': '标题与检索', en: 'Title and search' },
  schema: heroFields,
  fields: [
    { name: 'title', label: { 'zh-CN': '标题', en: 'Title' }, input: 'text', localized: true },
    {
      name: 'lead',
      label: { 'zh-CN': '一句话介绍', en: 'One sentence' },
      input: 'longText',
      localized: true,
    },
    {
      name: 'placeholder',
      label: { 'zh-CN': '检索框提示', en: 'Hint in the box' },
      input: 'text',
      localized: true,
    },
    { name: 'button', label: { 'zh-CN': '按钮文字', en: 'Button' }, input: 'text', localized: true },
    {
      name: 'showKinds',
      label: { 'zh-CN': '显示资源类型与数量', en: 'Show kinds with counts' },
      input: 'switch',
    },
    {
      name: 'showDaily',
      label: { 'zh-CN': '显示每日一诗', en: 'Show the poem of the day' },
      input: 'switch',
    },
  ],
  defaults: () => ({
    title: { 'zh-CN': '一次检索，遍览天下书', en: 'One search for every library' },
    placeholder: { 'zh-CN': '书名、作者、诗句……', en: 'Title, author, verse…' },
    button: { 'zh-CN': '检索', en: 'Search' },
    showKinds: true,
    showDaily: true,
  }),
  query: (fields, context) => ({
    ...(fields.showKinds
      ? { kinds: { operation: 'HomeKinds', variables: { language: context.locale } } }
      : {}),
    ...(fields.showDaily ? { daily: { operation: 'DailyPoem', variables: { date: context.today } } } : {}),
  }),
  render(fields, answers, context, id) {
    const kinds = homeKinds.safeParse(answers.kinds)
    const poem = dailyPoem.safeParse(answers.daily)
    const daily =
      fields.showDaily && poem.success ? dailyHtml(poem.data.dailyPoem, context, `${id}-daily`) : null
    return html`<div class="hero${daily ? '' : ' alone'}">
      <div class="wrap">
        <div>
          <h1 tabindex="-1">${words(fields.title, context)}</h1>
          ${fields.lead && html`<p class="lead">${words(fields.lead, context)}</p>`}
          <form
            class="ask"
            role="search"
            method="get"
            action="${searchAddress()}"
            data-enhance="search.box.v1"
          >
            <label class="sr" for="${id}-q">${say[context.locale].label}</label
            ><input
              id="${id}-q"
              type="search"
              name="q"
              maxlength="${LONGEST_BOX}"
              autocomplete="off"
              enterkeyhint="search"
              placeholder="${plainWords(fields.placeholder, context)}"
            /><button>${words(fields.button, context)}</button>
          </form>
          ${fields.showKinds && kinds.success && kindsHtml(kinds.data, context)}
        </div>
        ${daily}
      </div>
    </div>`
  },
  text: (fields, context) =>
    [plainWords(fields.title, context), plainWords(fields.lead, context)].join('\n').trim(),
})
