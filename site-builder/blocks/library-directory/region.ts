/** One region opened: the way to it, the regions inside of it, its libraries. */
import { count, html, urlPart } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { facetAddress } from '@shuxiang/vocabulary'
import type { RenderContext } from '../contract.ts'
import { langOf } from '../words.ts'
import type { OneRegion } from './answers.ts'
import { libraryCount, regionTiles } from './tiles.ts'

/** Libraries of a region on one page of the list. */
export const listedLibraries = 100

const say = {
  'zh-CN': {
    place: '位置',
    within: '下辖地区',
    libraries: '图书馆',
    levels: { NATIONAL: '国家馆', PROVINCE: '省级馆', CITY: '市级馆', COUNTY: '县级馆' },
    site: '网站',
    of: (name: string) => `：${name}`,
    demonstration: '图书馆名录按命名规则生成，为演示数据。',
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
    levels: { NATIONAL: 'national', PROVINCE: 'province', CITY: 'city', COUNTY: 'county' },
    site: 'Web site',
    of: (name: string) => ` of ${name}`,
    demonstration: 'Libraries are made up by a naming rule and shown for demonstration.',
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
    (one) =>
      html` › <a class="tap" href="/libraries?region=${urlPart(one.id)}" ${langOf(context)}>${one.name}</a>`,
  )
  return html`<nav class="crumbs" aria-label="${say[context.locale].place}"><a class="tap" href="/libraries">${title}</a>${links} › <span${langOf(context)}>${region.name}</span></nav>`
}

/** Title and description of the page of a region; `directory` is the title of the whole. */
export function regionWords(
  { region, libraries }: OneRegion,
  directory: string,
  context: RenderContext,
): { readonly title: string; readonly description: string } {
  const above = [region.parent?.parent, region.parent].flatMap((one) => (one ? [one.name] : []))
  return {
    title: `${region.name} · ${directory}`,
    description: say[context.locale].about(
      [...above, region.name],
      libraryCount(libraries.totalCount, context),
    ),
  }
}

function libraryItem(node: OneRegion['libraries']['edges'][number]['node'], context: RenderContext): Html {
  const words = say[context.locale]
  const levels: Readonly<Record<string, string>> = words.levels
  const level = Object.hasOwn(levels, node.level) ? levels[node.level] : undefined
  return html`<li>
    <a class="link" href="${facetAddress('library', node.id)}" ${langOf(context)}>${node.name}</a
    >${level !== undefined && html` <small>${level}</small>`}${
      node.site !== null &&
      html` <a class="link tap" href="${node.site}"
        >${words.site}<span class="sr">${words.of(node.name)}</span></a
      >`
    }
  </li>`
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
          ${shown.map((edge) => libraryItem(edge.node, context))}
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
    ${shown.some((edge) => edge.node.demonstration) && html`<p class="none">${words.demonstration}</p>`}`
}
