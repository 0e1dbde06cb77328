/** Drawn covers are pure, tell kinds apart and hold any title. */
import { expect, test } from 'vitest'
import { coverOf, coversOf } from './cover.ts'

const book = { kind: 'book', title: '论语', id: 'b1' }

test('the same record always gets the same cover', () => {
  expect(coverOf(book)).toEqual(coverOf({ ...book }))
})

test.each([
  ['poem', 'bound'],
  ['government', 'doc'],
  ['video', 'course'],
  ['audio', 'audio'],
  ['web', 'web'],
  ['object', 'object'],
  ['never-heard-of', 'bound'],
  ['__proto__', 'bound'],
  ['constructor', 'bound'],
])('%s wears %s', (kind, dress) => {
  expect(coverOf({ ...book, kind }).dress).toBe(dress)
})

test('neighbouring ids spread over all tones', () => {
  const counts = new Map<number, number>()
  for (let n = 0; n < 8000; n++) {
    const { tone } = coverOf({ ...book, id: `cp-${n}` })
    counts.set(tone, (counts.get(tone) ?? 0) + 1)
  }
  expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  for (const count of counts.values()) expect(count).toBeGreaterThan(700)
})

test('neighbours in a row never share a colour, and a cover alone keeps its own', () => {
  const row = Array.from({ length: 2000 }, (_, n) => ({ ...book, id: `cp-${n % 900}` }))
  const tones = coversOf(row).map(({ tone }) => tone)
  expect(tones.filter((tone, n) => n > 0 && tone === tones[n - 1])).toEqual([])
  const kept = row.filter((subject, n) => coverOf(subject).tone === tones[n])
  expect(kept.length).toBeGreaterThan(row.length * 0.75)
  expect(coversOf([book])).toEqual([coverOf(book)])
  expect(coversOf([book, book, book]).map(({ title }) => title)).toEqual(['论语', '论语', '论语'])
})

test('a long title is cut to what a cover holds, in whole characters', () => {
  const { title } = coverOf({ ...book, title: '𠮷'.repeat(60) })
  expect([...title]).toHaveLength(22)
  expect(title.isWellFormed()).toBe(true)
  expect(title.endsWith('…')).toBe(true)
})

test('subtitles and notes are left to the text beside the cover', () => {
  expect(coverOf({ ...book, title: '月与唐诗：明月的九种写法' }).title).toBe('月与唐诗')
  expect(coverOf({ ...book, title: '大学章句（附考订）' }).title).toBe('大学章句')
  expect(coverOf({ ...book, title: '（无题）' }).title).toBe('（无题）')
})

test('Latin titles lie level', () => {
  expect(coverOf({ ...book, title: 'War and Peace' }).className).toMatch(/ level$/)
  expect(coverOf(book).className).toMatch(/^cover bound tone-\d fit-1$/)
})

test.each(['', ' ', '\u202e\u0000', '\ud800', 'x'.repeat(100_000)])('an odd title is no fault', (title) => {
  const cover = coverOf({ ...book, title })
  expect(cover.title.isWellFormed()).toBe(true)
  expect(cover.title).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(cover.className).toMatch(/^[a-z0-9 -]+$/)
})
