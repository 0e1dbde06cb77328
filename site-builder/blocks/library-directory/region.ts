/** One region opened: the way to it, the regions inside of it, its libraries. */
import { count, html, urlPart } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import type { OneRegion } from './answers.ts'
import { demonstrationNote, libraryItem } from './listed.ts'
import { libraryCount, regionTiles } from './tiles.ts'

/** Libraries of a region on one page of the list. */
export const listedLibraries = 100

const say = {
  'zh-CN': {
    place: '位置',
    within: '下辖地区',
    libraries: '图书馆',
    pages: (most: string, total: string) => `共 ${total} 座，每页列出 ${most} 座。`,
    next: '下一页图书馆',
    start: '从第一座列起',
    none: '这个地区还没有登记的图书馆。',
    about: (names: readonly string[], count: string) =>
      `${names.join('')}的公共图书馆：${count}，按地区列出。`,
  },
  en: {
    place: 'Place',
    within: 'Regions inside',
    libraries: 'Libraries',
    pages: (most: string, total: string) => `${total} libraries, ${most} on a page.`,
    next: 'Next page of libraries',
    start: 'From the first library',
    none: 'No library is registered in this region yet.',
    about: (names: readonly string[], count: string) =>
      `Public libraries of ${[...names].reverse().join(', ')}: ${count}, listed by region.`,
  },
} as const

/** The way from the nation down to the region, all but the last as links. */
export function crumbs(found: OneRegion, title: Html, context: RenderContext): Html {
  const { region } = found
  const above = [region.parent?.parent, region.parent].filter((one) => one !== null && one !== undefined)
  const links = above.map(
    (one) => html` › <a class="tap" href="/libraries?region=${urlPart(one.id)}">${one.label}</a>`,
  )
  return html`<nav class="crumbs" aria-label="${say[context.locale].place}">
    <a class="tap" href="/libraries">${title}</a>${links} › <span>${region.label}</span>
  </nav>`
}

/** Title and description of the page of a region; `directory` is the title of the whole. */
export function regionWords(
  { region, libraries }: OneRegion,
  directory: string,
  context: RenderContext,
): { readonly title: string; readonly description: string } {
  const above = [region.parent?.parent, region.parent].flatMap((one) => (one ? [one.label] : []))
  return {
    title: `${region.label} · ${directory}`,
    description: say[context.locale].about(
      [...above, region.label],
      libraryCount(libraries.totalCount, context),
    ),
  }
}

export function regionHtml(found: OneRegion, context: RenderContext): Html {
  const words = say[context.locale]
  const { edges, totalCount, pageInfo } = found.libraries
  const shown = edges.slice(0, listedLibraries)
  const here = `/libraries?region=${found.region.id}`
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null
  const list =
    shown.length === 0
      ? html`<p class="none">${words.none}</p>`
      : html`<ul class="libraries">
          ${shown.map((edge) => libraryItem(edge.node, '', context))}
        </ul>`
  return html`${
      found.regions.length > 0 &&
      html`<h2 class="part">${words.within}</h2>
        ${regionTiles(found.regions, context)}`
    }
    <h2 class="part">${words.libraries} <small>${count(context.locale, totalCount)}</small></h2>
    ${totalCount > listedLibraries && html`<p class="none">${words.pages(count(context.locale, listedLibraries), count(context.locale, totalCount))}</p>`}
    ${list}
    ${next !== null && html`<p><a class="link tap" rel="next" href="${here}&amp;after=${urlPart(next)}">${words.next}</a></p>`}
    ${context.parameters.after !== undefined && html`<p><a class="link tap" href="${here}">${words.start}</a></p>`}
    ${demonstrationNote(
      shown.map(({ node }) => node),
      context,
    )}`
}
