/** The libraries of the nation: provinces as tiles with their counts; on its own page, each region opens. */
import { html, nothing } from '@shuxiang/site-render/markup'
import type { Html, Insert } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { RenderContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { choice, declare, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed, opening } from '../frame.ts'
import { LibrariesNamed, LibraryRegion, LibraryRegions } from '../operations.generated.ts'
import { plainWords, words } from '../words.ts'
import { oneRegion } from './answers.ts'
import { nameForm, namedHtml, namedLibraries, namedTitle, wantedName } from './named.ts'
import { crumbs, listedLibraries, regionHtml, regionWords } from './region.ts'
import { libraryCount, nationTiles, regionTiles } from './tiles.ts'

const say = {
  'zh-CN': {
    away: '图书馆名录暂时取不到，请稍后再试。',
    unknown: '没有这个地区。',
    all: '全部地区',
    near: '找附近的图书馆',
  },
  en: {
    away: 'The directory cannot be reached just now; please try again.',
    unknown: 'There is no such region.',
    all: 'All regions',
    near: 'Find a library near you',
  },
} as const

/** What the address asks for: the nation, a name, a region by its division code, or something that cannot be a region. */
function wantedOf(
  context: RenderContext,
): { readonly region: string } | { readonly name: string } | 'nation' | 'nothing' {
  const name = wantedName(context)
  if (name !== '') return { name }
  const given = context.parameters.region ?? ''
  if (given === '') return 'nation'
  return /^\d{2}(\d{2}){0,2}$/.test(given) ? { region: given } : 'nothing'
}

/** Place in a list, as the graph gave it with an earlier page. */
function cursorOf({ parameters }: RenderContext): string | null {
  return /^[\w-]{1,200}$/.test(parameters.after ?? '') ? (parameters.after ?? null) : null
}

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '各地图书馆', en: 'Libraries' },
  }),
  /**
   * `tiles`: provinces only, each leads to the directory's own page. `page`: that page, where a region of the address
   * (`?region=33`) opens with the regions and libraries inside of it.
   */
  show: choice({
    label: { 'zh-CN': '显示方式', en: 'Shown as' },
    help: {
      'zh-CN': '只列各省很短；完整名录很长，适合单独一页。',
      en: 'Provinces alone are short; the whole list is long and wants a page of its own.',
    },
    options: {
      tiles: { 'zh-CN': '各省一览', en: 'Provinces' },
      page: { 'zh-CN': '完整名录', en: 'Whole directory' },
    },
    default: 'tiles',
  }),
})

export const libraryDirectory = defineBlock({
  type: 'library-directory',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '各地图书馆', en: 'Libraries by region' },
  about: {
    'zh-CN': '按省市县列出公共图书馆；只列各省，或列完整名录。',
    en: 'Public libraries by province, city and county: the provinces alone or the whole directory.',
  },
  fields,
  opens: ({ show }) => show === 'page',
  query(fields, context) {
    const wanted = fields.show === 'page' ? wantedOf(context) : 'nation'
    const language = context.locale
    const after = cursorOf(context)
    return {
      nation: wanted === 'nation' ? ask(LibraryRegions, { language }) : undefined,
      region:
        typeof wanted === 'object' && 'region' in wanted
          ? ask(LibraryRegion, { region: wanted.region, first: listedLibraries, after, language })
          : undefined,
      named:
        typeof wanted === 'object' && 'name' in wanted
          ? ask(LibrariesNamed, { name: wanted.name, first: namedLibraries, after, language })
          : undefined,
    }
  },
  missing({ fields, answers, context }) {
    const wanted = wantedOf(context)
    if (fields.show !== 'page' || wanted === 'nation' || (typeof wanted === 'object' && 'name' in wanted))
      return false
    return wanted === 'nothing' || answers.region?.region === null
  },
  render({ fields, answers, context, id }) {
    const title = words(fields.title, context)
    const all = answers.nation
    if (fields.show === 'tiles') {
      if (!all || all.regions.length === 0) return nothing
      const total = libraryCount(all.libraries.totalCount, context)
      return framed({
        id,
        title,
        more: html`<a class="link" href="/libraries">${total}</a>`,
        body: html`<p class="at-once">
            <a class="btn" href="/libraries">${say[context.locale].near} · ${total}</a>
          </p>
          ${regionTiles(all.regions, context)}`,
        context,
        kind: 'places',
      })
    }
    const titled = (content: Insert): Html => opening(context, content)
    const wanted = wantedOf(context)
    if (wanted === 'nation')
      return html`<div class="wrap directory">
        ${titled(html`${title}${all && html` <small>${libraryCount(all.libraries.totalCount, context)}</small>`}`)}
        ${nameForm(context, '', id)}
        ${all ? nationTiles(all.regions, context) : html`<p class="none" role="status">${say[context.locale].away}</p>`}
      </div>`
    if (typeof wanted === 'object' && 'name' in wanted)
      return html`<div class="wrap directory">
        ${titled(title)} ${nameForm(context, wanted.name, id)}
        ${
          answers.named
            ? namedHtml(answers.named, wanted.name, context)
            : html`<p class="none" role="status">${say[context.locale].away}</p>`
        }
        <p><a class="link tap" href="/libraries">${say[context.locale].all}</a></p>
      </div>`
    const found = oneRegion(answers.region)
    if (found)
      return html`<div class="wrap directory">
        ${crumbs(found, title, context)} ${titled(found.region.label)} ${nameForm(context, '', id)}
        ${regionHtml(found, context)}
      </div>`
    // An answer without the region means that there is none; no answer at all means that the directory is away.
    const unknown = wanted === 'nothing' || answers.region?.region === null
    return html`<div class="wrap directory">
      ${titled(title)}
      <p class="none" role="status">${unknown ? say[context.locale].unknown : say[context.locale].away}</p>
      <p><a class="link tap" href="/libraries">${say[context.locale].all}</a></p>
    </div>`
  },
  head({ fields, answers, context }) {
    const name = wantedName(context)
    const found = oneRegion(answers.region)
    if (fields.show !== 'page') return null
    // What somebody typed is no page of its own: machines are led to the directory.
    if (name !== '')
      return {
        title: namedTitle(name, context),
        description: plainWords(fields.title, context),
        parameters: {},
      }
    if (!found) return null
    const after = cursorOf(context)
    return {
      ...regionWords(found, plainWords(fields.title, context), context),
      parameters: { region: found.region.id, ...(after === null ? {} : { after }) },
    }
  },
})
