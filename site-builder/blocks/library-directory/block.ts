/** The libraries of the nation: provinces as tiles with their counts; on its own page, each region opens. */
import { html, nothing } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { plainWords, words } from '../words.ts'
import { nation, oneRegion } from './answers.ts'
import { directoryFields } from './fields.ts'
import { crumbs, listedLibraries, regionHtml, regionWords } from './region.ts'
import { libraryCount, regionTiles } from './tiles.ts'

const say = {
  'zh-CN': { away: '图书馆名录暂时取不到，请稍后再试。', unknown: '没有这个地区。', all: '全部地区' },
  en: {
    away: 'The directory cannot be reached just now; please try again.',
    unknown: 'There is no such region.',
    all: 'All regions',
  },
} as const

/** Administrative division code of the address; anything else counts as none. */
function regionOf(context: RenderContext): string | null {
  const given = context.parameters.region
  return given !== undefined && /^\d{2}(\d{2}){0,2}$/.test(given) ? given : null
}

export const libraryDirectory = defineBlock({
  type: 'library-directory',
  v: 1,
  label: { 'zh-CN': '各地图书馆', en: 'Libraries by region' },
  schema: directoryFields,
  fields: [
    { name: 'title', label: { 'zh-CN': '标题', en: 'Title' }, input: 'text', localized: true },
    {
      name: 'show',
      label: { 'zh-CN': '显示方式', en: 'Shown as' },
      input: 'choice',
      choices: [
        { value: 'tiles', label: { 'zh-CN': '各省一览', en: 'Provinces' } },
        { value: 'page', label: { 'zh-CN': '完整名录', en: 'Whole directory' } },
      ],
    },
  ],
  defaults: () => ({ title: { 'zh-CN': '各地图书馆', en: 'Libraries' }, show: 'tiles' }),
  query(fields, context) {
    const region = fields.show === 'page' ? regionOf(context) : null
    if (region === null) return { nation: { operation: 'LibraryRegions', variables: {} } }
    return { region: { operation: 'LibraryRegion', variables: { region, first: listedLibraries } } }
  },
  render(fields, answers, context, id) {
    const title = words(fields.title, context)
    const all = nation.safeParse(answers.nation)
    if (fields.show === 'tiles') {
      if (!all.success || all.data.regions.length === 0) return nothing
      const total = all.data.libraries
      return html`<section class="band" aria-labelledby="${id}-t">
        <div class="wrap">
          <header>
            <h2 id="${id}-t">${title}</h2>
            <a class="link" href="/libraries"
              >${total ? libraryCount(total.totalCount, context) : say[context.locale].all}</a
            >
          </header>
          ${regionTiles(all.data.regions, context)}
        </div>
      </section>`
    }
    const region = regionOf(context)
    if (region === null)
      return html`<div class="wrap directory">
        <h1 tabindex="-1">
          ${title}${all.success && all.data.libraries && html` <small>${libraryCount(all.data.libraries.totalCount, context)}</small>`}
        </h1>
        ${all.success ? regionTiles(all.data.regions, context) : html`<p class="none" role="status">${say[context.locale].away}</p>`}
      </div>`
    const found = oneRegion.safeParse(answers.region)
    if (found.success)
      return html`<div class="wrap directory">
        ${crumbs(found.data, title, context)}
        <h1 tabindex="-1" lang="zh-CN">${found.data.region.name}</h1>
        ${regionHtml(found.data, context)}
      </div>`
    // An answer without the region means that there is none; no answer at all means that the directory is away.
    const answered = typeof answers.region === 'object' && answers.region !== null
    return html`<div class="wrap directory">
      <h1 tabindex="-1">${title}</h1>
      <p class="none" role="status">${answered ? say[context.locale].unknown : say[context.locale].away}</p>
      <p><a class="link" href="/libraries">${say[context.locale].all}</a></p>
    </div>`
  },
  head(fields, answers, context) {
    const region = fields.show === 'page' ? regionOf(context) : null
    const found = region === null ? null : oneRegion.safeParse(answers.region)
    if (region === null || !found?.success) return null
    return { ...regionWords(found.data, plainWords(fields.title, context), context), parameters: { region } }
  },
  text: (fields, context) => plainWords(fields.title, context),
})
