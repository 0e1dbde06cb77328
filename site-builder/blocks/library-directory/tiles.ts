/** Regions as tiles, never as a map. */
import { count, html, urlPart } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import { langOf } from '../words.ts'
import type { Nation } from './answers.ts'

const endings = /(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|省|市)$/

/** `浙江省` as `浙江`: on a tile the ending says nothing. Names of one character keep it. */
export function shortName(name: string): string {
  const short = name.replace(endings, '')
  return short.length >= 2 ? short : name
}

/** Number of libraries in words. */
export function libraryCount(n: number, context: RenderContext): string {
  if (context.locale === 'zh-CN') return `${count('zh-CN', n)} 馆`
  return n === 1 ? '1 library' : `${count('en', n)} libraries`
}

export function regionTiles(regions: Nation['regions'], context: RenderContext): Html {
  const tiles = regions.map(
    (region) =>
      html`<li><a href="/libraries?region=${urlPart(region.id)}"><span${langOf(context)}>${shortName(region.name)}</span><b>${libraryCount(region.libraryCount, context)}</b></a></li>`,
  )
  return html`<ul class="tiles">
    ${tiles}
  </ul>`
}
