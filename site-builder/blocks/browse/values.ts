/** Values of a facet as links, each with its number. */
import { count, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { browsingAddress } from '@shuxiang/vocabulary'
import type { RenderContext } from '../contract.ts'
import type { MostFrequentData } from '../operations.generated.ts'
import { langOf } from '../words.ts'

export type Value = MostFrequentData['search']['facets'][number]['values'][number]

/** Number of works in words. */
export function worksWords(n: number, { locale }: RenderContext): string {
  if (locale === 'zh-CN') return `${count('zh-CN', n)} 种`
  return n === 1 ? '1 work' : `${count('en', n)} works`
}

const isHan = /^[^A-Za-z]*\p{Script=Han}/u

export function valuesHtml(values: readonly Value[], context: RenderContext): Html {
  return html`<ul class="values">
    ${values.map(
      ({ label, url, count: works }) =>
        html`<li>
          <a href="${url}"
            ><span class="name" ${isHan.test(label) && langOf(context)}>${label}</span>
            <b>${count(context.locale, works)}</b></a
          >
        </li>`,
    )}
  </ul>`
}

/** The way to all of them. */
export function moreHtml(
  { facet, named, all }: { readonly facet: string; readonly named: string; readonly all: number },
  { locale }: RenderContext,
): Html {
  const n = count(locale, all)
  return html`<a class="link tap" href="${browsingAddress(facet)}"
    >${locale === 'zh-CN' ? `全部${named} ${n}` : `${named}: all ${n}`}</a
  >`
}
