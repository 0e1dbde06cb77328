/** Regions as tiles, never as a map. */
import { count, html, urlPart } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { nameOf, provinces } from '@shuxiang/vocabulary'
import type { RenderContext } from '../contract.ts'
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

const none = { 'zh-CN': '暂未收录', en: 'None listed yet' } as const

function tileOf({ id, label, libraryCount: n }: Nation['regions'][number], context: RenderContext): Html {
  return html`<a href="/libraries?region=${urlPart(id)}"
    ><span>${shortName(label)}</span><b>${libraryCount(n, context)}</b></a
  >`
}

export function regionTiles(regions: Nation['regions'], context: RenderContext): Html {
  return html`<ul class="tiles">
    ${regions.map((region) => html`<li>${tileOf(region, context)}</li>`)}
  </ul>`
}

/** Every province of the nation, on a wide screen each about where it lies; a list in the order of codes for who hears it. */
export function nationTiles(regions: Nation['regions'], context: RenderContext): Html {
  const others = regions.filter(({ id }) => !provinces.some((province) => province.id === id))
  const tiles = provinces.map(({ id }) => {
    const region = regions.find((one) => one.id === id)
    const name = shortName(nameOf(provinces, id, context.locale))
    return html`<li class="at-${id}">
      ${region ? tileOf(region, context) : html`<p><span>${name}</span><b>${none[context.locale]}</b></p>`}
    </li>`
  })
  return html`<ul class="tiles nation">
      ${tiles}
    </ul>
    ${others.length > 0 && regionTiles(others, context)}`
}
