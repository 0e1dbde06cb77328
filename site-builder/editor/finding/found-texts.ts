/** Where a page has some words: in every language, and where the page as it is drawn does not show them (ATAG 2.0 A.3.5.1). Pure. */
import { pageTexts } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import type { Words } from '@shuxiang/vocabulary'
import { plainOf } from '../translations/rows.ts'

export interface FoundText {
  /** Null: of the page itself. */
  readonly block: string | null
  /** Name of the field that is to be opened. */
  readonly field: string
  /** What leads to the text, outermost first. */
  readonly way: readonly Words[]
  /** BCP 47 of the text. */
  readonly language: string
  /** What stands around the words. */
  readonly before: string
  readonly found: string
  readonly after: string
}

/** At most so many are told. */
export const mostFound = 100
/** Characters around what was found. */
const around = 24

/** Capitals count as small letters, and characters of full width as those of half. */
const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('zh-CN')

/** In reading order, each place of each text. Nothing for a word of blanks. */
export function foundTexts(doc: PageDoc, word: string): readonly FoundText[] {
  const looked = folded(word.trim())
  if (looked === '') return []
  const found: FoundText[] = []
  for (const { block, path, way, field, texts } of pageTexts(doc))
    for (const [language, value] of Object.entries(texts)) {
      const text = plainOf(value).replace(/\s+/g, ' ')
      for (const at of placesIn(text, looked)) {
        if (found.length >= mostFound) return found
        found.push({
          ...{ block, field: path[1] ?? '', way: [...way, field.label], language },
          before: `${at.from > around ? '…' : ''}${text.slice(Math.max(0, at.from - around), at.from)}`,
          found: text.slice(at.from, at.to),
          after: `${text.slice(at.to, at.to + around)}${at.to + around < text.length ? '…' : ''}`,
        })
      }
    }
  return found
}

/** By the characters of the text itself: folding may make one of them two. */
function placesIn(text: string, looked: string): readonly { from: number; to: number }[] {
  const signs = [...text]
  const starts: number[] = []
  let whole = ''
  const owner: number[] = []
  let at = 0
  for (const [n, sign] of signs.entries()) {
    starts.push(at)
    at += sign.length
    for (const one of folded(sign)) {
      whole += one
      for (let i = 0; i < one.length; i++) owner.push(n)
    }
  }
  const places: { from: number; to: number }[] = []
  for (let i = whole.indexOf(looked); i >= 0; i = whole.indexOf(looked, i + looked.length)) {
    const last = owner[i + looked.length - 1] ?? 0
    places.push({ from: starts[owner[i] ?? 0] ?? 0, to: starts[last + 1] ?? text.length })
  }
  return places
}
