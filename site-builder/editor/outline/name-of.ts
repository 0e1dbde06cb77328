/** What the outline calls a block: its own title where it has one, beside the name of its type. Pure. */
import { blockType } from '@shuxiang/site-blocks'
import { textFor, type Block, type Json } from '@shuxiang/site-model'
import type { Locale } from '@shuxiang/site-render'

export interface BlockName {
  /** Of the type, such as `Shelf of resources`; the bare type of one that is not known here. */
  readonly type: string
  /** Its own title or first words; empty where it has none. */
  readonly own: string
}

/** Fields that may say what a block is, the most telling first. */
const telling = ['title', 'heading', 'name', 'text', 'body', 'label']
const longest = 40

export function nameOf(block: Block, locale: Locale): BlockName {
  const type = blockType(block.type)?.label[locale] ?? block.type
  for (const field of telling) {
    const own = firstWords(block.fields[field], locale)
    if (own !== '') return { type, own: own.length > longest ? `${own.slice(0, longest)}…` : own }
  }
  return { type, own: '' }
}

/** Of a text, a text by language, rich text, or the first that has any. */
function firstWords(value: Json | undefined, locale: Locale): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = firstWords(one, locale)
      if (found !== '') return found
    }
    return ''
  }
  if ('runs' in value) return firstWords(value['runs'], locale)
  if ('text' in value && 'marks' in value) return firstWords(value['text'], locale)
  if ('text' in value && typeof value['text'] === 'string') return value['text'].trim()
  const texts = Object.fromEntries(
    Object.entries(value).flatMap(([language, text]) =>
      typeof text === 'string' || Array.isArray(text) ? [[language, text] as const] : [],
    ),
  )
  const found = textFor(texts, locale)
  return found ? firstWords(found.text, locale) : ''
}
