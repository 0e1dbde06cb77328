/** One library in a list: its name leads to its page. */
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { libraryAddress } from '@shuxiang/vocabulary'
import type { RenderContext } from '../contract.ts'
import type { ListedLibrary } from '../operations.generated.ts'

const say = {
  'zh-CN': {
    levels: { NATIONAL: '国家馆', PROVINCE: '省级馆', CITY: '市级馆', COUNTY: '县级馆' },
    site: '网站',
    of: (name: string) => `：${name}`,
    demonstration: '图书馆名录按命名规则生成，为演示数据。',
  },
  en: {
    levels: { NATIONAL: 'national', PROVINCE: 'province', CITY: 'city', COUNTY: 'county' },
    site: 'Web site',
    of: (name: string) => ` of ${name}`,
    demonstration: 'Libraries are made up by a naming rule and shown for demonstration.',
  },
} as const

/** `where` it lies, in the reader's language; empty where the page says it. */
export function libraryItem(node: ListedLibrary, where: string, context: RenderContext): Html {
  const words = say[context.locale]
  const levels: Readonly<Record<string, string>> = words.levels
  const level = Object.hasOwn(levels, node.level) ? levels[node.level] : undefined
  const about = [where, level].filter(Boolean).join(' · ')
  return html`<li>
    <a class="link" href="${libraryAddress(node.code)}">${node.label}</a
    >${node.label !== node.name && html` <small lang="zh-CN">${node.name}</small>`}${
      about !== '' && html` <small>${about}</small>`
    }${
      node.site !== null &&
      html` <a class="link tap" href="${node.site}"
        >${words.site}<span class="sr">${words.of(node.label)}</span></a
      >`
    }
  </li>`
}

/** Said once below a list with libraries that are made up. */
export function demonstrationNote(shown: readonly ListedLibrary[], context: RenderContext): Html | false {
  return (
    shown.some(({ demonstration }) => demonstration) &&
    html`<p class="none">${say[context.locale].demonstration}</p>`
  )
}
