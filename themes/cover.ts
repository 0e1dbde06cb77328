/** The drawn cover of a record that has no picture: the same record always gets the same one. */

import { entryOf, kinds, type CoverStyle } from '@shuxiang/vocabulary'

/** Kinds of dress; each is a class name beside `cover`. */
export type Dress = CoverStyle

export interface CoverSubject {
  /** Kind of the record, such as `poem` or `government`. An unknown kind is bound as a book. */
  readonly kind: string
  readonly title: string
  readonly id: string
}

export interface Cover {
  readonly dress: Dress
  /** 0 to 7, names the custom property `--tone-N`. */
  readonly tone: number
  /** What is written on the cover; shortened, never the only place where the title stands. */
  readonly title: string
  /** Class names of the outer element, complete: `cover bound tone-3 fit-2`. */
  readonly className: string
}

const toneCount = 8

/** FNV-1a over UTF-16 units: spreads ids that differ in one digit, and is the same in every engine. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i)
    value = Math.imul(value, 0x01000193)
  }
  // FNV's low bits are weak: fold the high ones in before a remainder is taken.
  return (value ^ (value >>> 15)) >>> 0
}

/** Controls and direction marks have no place on a cover; a lone surrogate has no glyph. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]+/gu

/** Subtitles, volumes and notes are left to the text beside the cover. */
function shorten(title: string): string {
  const clean = title.slice(0, 400).replace(unseen, '').replace(/\s+/gu, ' ').trim()
  const main = clean.split(/[（(［\[【：:|｜／]|——/u)[0]?.trim()
  return main ? main : clean
}

function cut(glyphs: readonly string[], room: number): string {
  return glyphs.length <= room
    ? glyphs.join('')
    : `${glyphs
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`
}

/**
 * The drawn cover of a record. Pure: depends on kind, title and id only.
 * Markup, the same for every dress: `<span class="{className}" aria-hidden="true"><span class="slip">{title}</span></span>`.
 */
export function coverOf(subject: CoverSubject): Cover {
  return drawn(subject, hash(subject.id) % toneCount)
}

/** The covers of records that stand in a row: one whose own colour its neighbour before has wears the next. */
export function coversOf(subjects: readonly CoverSubject[]): readonly Cover[] {
  let before = -1
  return subjects.map((subject) => {
    const own = hash(subject.id) % toneCount
    before = own === before ? (own + 1) % toneCount : own
    return drawn(subject, before)
  })
}

function drawn(subject: CoverSubject, tone: number): Cover {
  const dress = entryOf(kinds, subject.kind)?.cover ?? 'bound'
  const main = shorten(subject.title)
  const level = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(main)
  const glyphs = [...main]
  const room = level ? 48 : 22
  const [near, far] = level ? [12, 26] : dress === 'bound' ? [7, 11] : [9, 16]
  const fit = glyphs.length <= near ? 1 : glyphs.length <= far ? 2 : 3
  const className = `cover ${dress} tone-${tone} fit-${fit}${level ? ' level' : ''}`
  return { dress, tone, title: cut(glyphs, room), className }
}
