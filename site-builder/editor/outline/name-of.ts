/** What the outline calls a block: its own title where it has one, beside the name of its type. Pure. */
import { blockType } from '@shuxiang/site-blocks'
import { blockOf, textFor, type Block, type Json, type PageDoc } from '@shuxiang/site-model'
import type { Locale } from '@shuxiang/site-render'

export interface BlockName {
  /** Of the type, such as `Shelf of resources`; the bare type of one that is not known here. */
  readonly type: string
  /** Its own title or first words; empty where it has none. */
  readonly own: string
  /** What it is called in a sentence: its own title, else the name of its type. */
  readonly said: string
}

/** Fields that may say what a block is, the most telling first. */
const telling = ['title', 'heading', 'name', 'text', 'body', 'label']
const longest = 40

export function nameOf(block: Block, locale: Locale): BlockName {
  const type = blockType(block.type)?.label[locale] ?? block.type
  for (const field of telling) {
    const words = firstWords(block.fields[field], locale)
    if (words === '') continue
    const own = words.length > longest ? `${words.slice(0, longest)}…` : words
    return { type, own, said: own }
  }
  return { type, own: '', said: type }
}

/** What a block of a page is called in a sentence; its id where it is not there. */
export function calledIn(doc: PageDoc, id: string, locale: Locale): string {
  const block = blockOf(doc, id)
  return block ? nameOf(block, locale).said : id
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
