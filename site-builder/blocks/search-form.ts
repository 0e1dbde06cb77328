/** The one search box of blocks: a form that works without scripts. */
import type { Localized } from '@shuxiang/site-model'
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { LONGEST_BOX, searchAddress } from '@shuxiang/vocabulary'
import type { BlockContext } from './contract.ts'
import { plainWords, words } from './words.ts'

const label = { 'zh-CN': '检索全部资源', en: 'Search all resources' } as const

export interface SearchFormOptions {
  /** Of the block. */
  readonly id: string
  readonly placeholder: Localized
  readonly button: Localized
  readonly context: BlockContext
  /** Read aloud as the name of the box and of the place, where a page may have more than one. */
  readonly label?: string
  /** Facets that every search from here keeps to. */
  readonly within?: readonly { readonly name: string; readonly anyOf: readonly string[] }[]
  readonly small?: boolean
}

export function searchForm({
  id,
  placeholder,
  button,
  context,
  within,
  small,
  ...more
}: SearchFormOptions): Html {
  const kept = (within ?? []).flatMap(({ name, anyOf }) =>
    anyOf.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`),
  )
  return html`<form
    class="ask${small ? ' small' : ''}"
    role="search"
    method="get"
    action="${searchAddress()}"
    ${more.label !== undefined && html`aria-label="${more.label}"`}
    ${kept.length === 0 && html`data-enhance="search.box.v1"`}
  >
    <label class="sr" for="${id}-q">${more.label ?? label[context.locale]}</label
    ><input
      id="${id}-q"
      type="search"
      name="q"
      maxlength="${LONGEST_BOX}"
      autocomplete="off"
      enterkeyhint="search"
      placeholder="${plainWords(placeholder, context)}"
    /><button>${words(button, context)}</button>${kept}
  </form>`
}
