/** Libraries by name: the form, and what was found. */
import { count, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { librariesAddress } from '@shuxiang/vocabulary'
import type { RenderContext } from '../contract.ts'
import type { LibrariesNamedData } from '../operations.generated.ts'
import { demonstrationNote, libraryItem } from './listed.ts'

/** Libraries on one page of what was found. */
export const namedLibraries = 50
/** Characters of a name that is looked for; the graph takes as many. */
const longestName = 100

const say = {
  'zh-CN': {
    label: '按名称找图书馆',
    help: '汉字、拼音、拼音首字母都可以：余杭、yuhang、yhq。',
    find: '查找',
    found: (n: string) => `找到 ${n} 座图书馆`,
    title: (query: string) => `“${query}”的图书馆`,
    none: (query: string) => `没有找到名称里有“${query}”的图书馆。`,
    tips: ['只写地名试试：余杭、杭州余杭。', '不确定写法时用拼音：yuhang。', '按省市逐级找。'],
    next: '更多图书馆',
    where: (names: readonly string[]) => names.join(''),
  },
  en: {
    label: 'Find a library by name',
    help: 'In Chinese characters, pinyin, its initials or English: 余杭, yuhang, yhq.',
    find: 'Find',
    found: (n: string) => (n === '1' ? '1 library found' : `${n} libraries found`),
    title: (query: string) => `Libraries for “${query}”`,
    none: (query: string) => `No library with “${query}” in its name was found.`,
    tips: [
      'Give the place alone: Yuhang, or Hangzhou Yuhang.',
      'Write it in pinyin when unsure: yuhang.',
      'Go by province and city.',
    ],
    next: 'More libraries',
    where: (names: readonly string[]) => [...names].reverse().join(', '),
  },
} as const

/** The name that the address asks for, as one line; empty: none. */
export function wantedName({ parameters }: RenderContext): string {
  const line = (parameters.q ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, longestName).join('').trim()
}

export function nameForm(context: RenderContext, query: string, id: string): Html {
  const words = say[context.locale]
  const at = `${id}-name`
  return html`<div class="by-name">
    <label for="${at}">${words.label}</label>
    <form class="ask" role="search" method="get" action="/libraries" aria-label="${words.label}">
      <input
        id="${at}"
        type="search"
        name="q"
        maxlength="${longestName}"
        autocomplete="off"
        enterkeyhint="search"
        value="${query}"
        aria-describedby="${at}-help"
      /><button>${words.find}</button>
    </form>
    <small id="${at}-help">${words.help}</small>
    <div class="near" data-enhance="libraries.near.v1"></div>
  </div>`
}

export const namedTitle = (query: string, context: RenderContext): string => say[context.locale].title(query)

export function namedHtml(found: LibrariesNamedData, query: string, context: RenderContext): Html {
  const words = say[context.locale]
  const { edges, totalCount, pageInfo } = found.libraries
  if (edges.length === 0)
    return html`<p role="status">${words.none(query)}</p>
      <ul class="tips">
        ${words.tips.map((tip) => html`<li>${tip}</li>`)}
      </ul>`
  const shown = edges.slice(0, namedLibraries)
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null
  return html`<p class="none" role="status">${words.found(count(context.locale, totalCount))}</p>
    <ul class="libraries">
      ${shown.map(({ node }) => {
        const way = [node.region?.parent?.label, node.region?.label]
        return libraryItem(node, words.where(way.flatMap((one) => one ?? [])), context)
      })}
    </ul>
    ${next !== null && html`<p><a class="link tap" rel="next nofollow" href="${`${librariesAddress({ query })}&after=${encodeURIComponent(next)}`}">${words.next}</a></p>`}
    ${demonstrationNote(
      shown.map(({ node }) => node),
      context,
    )}`
}
