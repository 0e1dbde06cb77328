/** The libraries of the nation: provinces as tiles with their counts; on its own page, each region opens. */
import { html, nothing } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { plainWords, words } from '../words.ts'
import { nation, noRegion, oneRegion } from './answers.ts'
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

/** What the address asks for: the nation, a region by its division code, or something that cannot be a region. */
function wantedOf({ parameters }: RenderContext): { readonly region: string } | 'nation' | 'nothing' {
  const given = parameters.region ?? ''
  if (given === '') return 'nation'
  return /^\d{2}(\d{2}){0,2}$/.test(given) ? { region: given } : 'nothing'
}

/** Place in the list of a region, as the graph gave it with an earlier page. */
function cursorOf({ parameters }: RenderContext): string | null {
  return /^[\w-]{1,200}$/.test(parameters.after ?? '') ? (parameters.after ?? null) : null
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
    const wanted = fields.show === 'page' ? wantedOf(context) : 'nation'
    if (wanted === 'nothing') return {}
    if (wanted === 'nation') return { nation: { operation: 'LibraryRegions', variables: {} } }
    const variables = { region: wanted.region, first: listedLibraries, after: cursorOf(context) }
    return { region: { operation: 'LibraryRegion', variables } }
  },
  missing(fields, answers, context) {
    if (fields.show !== 'page' || wantedOf(context) === 'nation') return false
    return wantedOf(context) === 'nothing' || noRegion.safeParse(answers.region).success
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
    const wanted = wantedOf(context)
    if (wanted === 'nation')
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
    const unknown = wanted === 'nothing' || noRegion.safeParse(answers.region).success
    return html`<div class="wrap directory">
      <h1 tabindex="-1">${title}</h1>
      <p class="none" role="status">${unknown ? say[context.locale].unknown : say[context.locale].away}</p>
      <p><a class="link tap" href="/libraries">${say[context.locale].all}</a></p>
    </div>`
  },
  head(fields, answers, context) {
    const found = oneRegion.safeParse(answers.region)
    if (fields.show !== 'page' || !found.success) return null
    const after = cursorOf(context)
    return {
      ...regionWords(found.data, plainWords(fields.title, context), context),
      parameters: { region: found.data.region.id, ...(after === null ? {} : { after }) },
    }
  },
  text: (fields, context) => plainWords(fields.title, context),
})
