/** Which elements and attributes a page of blocks may hold, and what stands in markup that should not. */
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'

/** Attributes that any element may have. */
export const anywhere = ['class', 'lang', 'id']
/** The attributes of each element beside those. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'aria-current', 'hreflang', 'download', 'type', 'target'],
  b: [],
  blockquote: [],
  button: [],
  caption: [],
  cite: [],
  dd: [],
  div: ['data-enhance', 'data-level', 'data-named', 'data-offer'],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  figcaption: [],
  figure: ['aria-labelledby'],
  form: ['action', 'aria-label', 'data-enhance', 'method', 'role'],
  h1: ['tabindex'],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  header: [],
  iframe: ['allow', 'height', 'loading', 'name', 'referrerpolicy', 'sandbox', 'src', 'title'],
  img: ['alt', 'decoding', 'height', 'loading', 'src', 'width'],
  input: [
    ...['aria-describedby', 'autocomplete', 'checked', 'enterkeyhint', 'maxlength', 'name', 'placeholder'],
    ...['tabindex', 'type', 'value'],
  ],
  label: ['for'],
  legend: [],
  li: [],
  nav: ['aria-label', 'aria-labelledby'],
  ol: [],
  p: ['role'],
  picture: [],
  // Bars alone, of numbers: see below.
  rect: ['height', 'width', 'y'],
  section: ['aria-labelledby'],
  small: [],
  source: ['sizes', 'srcset', 'type'],
  span: ['aria-current', 'aria-hidden'],
  strong: [],
  svg: ['aria-hidden', 'preserveaspectratio', 'viewbox'],
  table: [],
  tbody: [],
  td: [],
  th: ['scope'],
  textarea: ['aria-describedby', 'aria-invalid', 'maxlength', 'name', 'required', 'rows'],
  thead: [],
  time: ['datetime'],
  tr: [],
  ul: [],
}

/** What is fetched by itself: files of libraries, and the document in which code that was let through runs. */
const sources = {
  file: /^\/_files\/[0-9a-f]{64}\.[a-z]{3,4}$/,
  frame: /^\/_embed\/code\/[\w-]+-[0-9a-f]{64}$/,
}

export type Element = DefaultTreeAdapterTypes.Element

/** The elements of a piece of markup, in document order. */
export function elementsOf(markup: string): Element[] {
  const found: Element[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes)
      if ('tagName' in child) {
        found.push(child)
        walk(child)
      }
  }
  walk(parseFragment(markup))
  return found
}

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

/** What stands in the markup that should not; empty when all is well. */
export function foreign(markup: string): string[] {
  const found: string[] = []
  const comments = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (child.nodeName === '#comment' || child.nodeName === '#documentType') found.push(child.nodeName)
      if ('childNodes' in child) comments(child)
    }
  }
  comments(parseFragment(markup))
  for (const element of elementsOf(markup)) {
    const names = Object.hasOwn(allowed, element.tagName) ? allowed[element.tagName] : undefined
    if (!names) found.push(`<${element.tagName}>`)
    for (const { name, value } of element.attrs) {
      if (!names?.includes(name.toLowerCase()) && !anywhere.includes(name))
        found.push(`${element.tagName} ${name}`)
      if (name === 'href' && !/^(?:\/(?![/\\])|[?#]|https?:\/\/|mailto:|tel:)/.test(value))
        found.push(`href ${value}`)
      if (name === 'src' && !sources[element.tagName === 'iframe' ? 'frame' : 'file'].test(value))
        found.push(`src ${value}`)
      if (name === 'srcset' && !/^(?:(?:^|, )\/_files\/[0-9a-f]{64}\.webp \d+w)+$/.test(value))
        found.push(`srcset ${value}`)
      if (name === 'action' && !value.startsWith('/')) found.push(`action ${value}`)
      if (name === 'class' && !/^[a-z0-9 -]+$/.test(value)) found.push(`class ${value}`)
      // Never a window's own name, and nothing is in a frame before a reader has asked for it.
      if (
        (name === 'target' || (name === 'name' && element.tagName === 'iframe')) &&
        !/^b\d+-frame$/.test(value)
      )
        found.push(`${name} ${value}`)
      if (name === 'target' && !(attributeOf(element, 'href') ?? '').startsWith('/_embed/'))
        found.push(`a target for ${attributeOf(element, 'href')}`)
      if (name === 'sandbox' && /top-navigation|allow-forms|allow-modals|downloads/.test(value))
        found.push(`sandbox ${value}`)
      if (name === 'data-offer' && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(value)) found.push(`offer ${value}`)
      if (element.tagName === 'rect' && name !== 'class' && !/^\d{1,3}(?:\.\d+)?$/.test(value))
        found.push(`rect ${name} ${value}`)
      if (name === 'id' && !/^[\w-]+$/.test(value)) found.push(`id ${value}`)
    }
  }
  const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.exec(markup)
  if (unseen) found.push(`U+${unseen[0].charCodeAt(0).toString(16)}`)
  if (!markup.isWellFormed()) found.push('a lone surrogate')
  return found
}
