/** What a drawn page holds that rules ask about: headings, links, buttons, pictures. Read by a parser as browsers have one. */
import { defaultTreeAdapter as tree, parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { DrawnPage } from './site.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

interface InBlock {
  /** The block that it stands in; null in the frame, and where a block leaves no id. */
  readonly block: string | null
}
export interface ReadHeading extends InBlock {
  readonly level: number
  readonly name: string
}
export interface ReadLink extends InBlock {
  readonly href: string
  readonly name: string
}
export interface ReadButton extends InBlock {
  readonly name: string
}
export interface ReadPicture extends InBlock {
  /** Null when the attribute is missing; empty for decoration. */
  readonly alt: string | null
}

export interface ReadPage {
  readonly path: string
  readonly language: InterfaceLanguage
  readonly gzip: number | undefined
  /** What the document itself says its language is. */
  readonly declared: string | null
  readonly headings: readonly ReadHeading[]
  readonly links: readonly ReadLink[]
  readonly buttons: readonly ReadButton[]
  readonly pictures: readonly ReadPicture[]
  /** Addresses that a form is sent to or a picture is fetched from. */
  readonly fetched: readonly (InBlock & { readonly address: string })[]
  readonly ids: ReadonlySet<string>
}

/** Content that is no part of the page as it is read. */
const unread = new Set(['script', 'style', 'template', 'noscript'])
const heading = /^h([1-6])$/

const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words by which assistive technology names an element, as far as markup of ours needs it. */
function nameOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value
  if (!tree.isElementNode(node) || unread.has(node.tagName)) return ''
  if (attribute(node, 'aria-hidden') === 'true' || attribute(node, 'hidden') !== null) return ''
  const label = attribute(node, 'aria-label')
  if (label !== null && label.trim() !== '') return label
  if (node.tagName === 'img') return attribute(node, 'alt') ?? ''
  return node.childNodes.map(nameOf).join('')
}

/** @param blocks ids of the blocks of the page: ids in its markup begin with them */
export function readPage({ path, language, html, gzip }: DrawnPage, blocks: readonly string[]): ReadPage {
  const headings: ReadHeading[] = []
  const links: ReadLink[] = []
  const buttons: ReadButton[] = []
  const pictures: ReadPicture[] = []
  const fetched: { block: string | null; address: string }[] = []
  const ids = new Set<string>()
  let declared: string | null = null
  const known = new Set(blocks)

  function blockOf(element: Element, around: string | null): string | null {
    for (const attributeName of ['id', 'aria-labelledby']) {
      const value = attribute(element, attributeName) ?? ''
      for (let end = value.length; end > 0; end = value.lastIndexOf('-', end - 1))
        if (known.has(value.slice(0, end))) return value.slice(0, end)
    }
    return around
  }

  function take(element: Element, block: string | null): void {
    const { tagName } = element
    const id = attribute(element, 'id')
    if (id !== null) ids.add(id)
    if (tagName === 'html') declared = attribute(element, 'lang')
    const level = heading.exec(tagName)?.[1]
    if (level !== undefined) headings.push({ block, level: Number(level), name: tidy(nameOf(element)) })
    const href = attribute(element, 'href')
    if (tagName === 'a' && href !== null) links.push({ block, href, name: tidy(nameOf(element)) })
    if (tagName === 'button' || tagName === 'summary') buttons.push({ block, name: tidy(nameOf(element)) })
    if (tagName === 'img') pictures.push({ block, alt: attribute(element, 'alt') })
    for (const name of ['action', 'src', 'formaction', 'data']) {
      const address = attribute(element, name)
      if (address !== null) fetched.push({ block, address })
    }
  }

  const open: { node: Node; block: string | null }[] = [{ node: parse(html), block: null }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next
    let { block } = next
    if (tree.isElementNode(node)) {
      if (unread.has(node.tagName)) continue
      block = blockOf(node, block)
      take(node, block)
    }
    if ('childNodes' in node)
      for (const child of node.childNodes.toReversed()) open.push({ node: child, block })
  }
  return { path, language, gzip, declared, headings, links, buttons, pictures, fetched, ids }
}
