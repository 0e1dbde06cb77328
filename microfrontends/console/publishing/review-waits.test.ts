import { expect, it } from 'vitest'
import { reviewWaits, type Review } from './review-waits.ts'

const at = '2026-11-20T08:00:00Z'
const said = { name: 'n33/lin', at, words: '请看', own: false }
const review = (more: Partial<Review>): Review => ({
  ...{ id: 'n33', steps: 2, differs: true, wanted: 1, part: 'MAY_LOOK', asked: said, answered: null },
  ...more,
})
const waits = (more: Partial<Review>): string | null => reviewWaits(review(more))?.what ?? null

it('is a look that others ask for, of who may and has not', () => {
  expect(waits({})).toBe('review')
  expect(waits({ steps: 1, wanted: 0 })).toBe('review')
  for (const more of [
    { asked: null },
    { asked: { ...said, own: true } },
    { part: 'LOOKED' as const },
    { part: 'NONE' as const },
    { differs: false },
    { wanted: 0 },
  ])
    expect(waits(more)).toBeNull()
})

it('is what came back, for who wrote it or asked', () => {
  const answered = { ...said, how: 'SENT_BACK' as const }
  expect(waits({ answered, part: 'CHANGED' })).toBe('sentBack')
  expect(waits({ answered, part: 'NONE', asked: { ...said, own: true } })).toBe('sentBack')
  expect(waits({ answered: { ...answered, how: 'TAKEN_BACK' }, part: 'CHANGED' })).toBe('takenBack')
  expect(waits({ answered })).toBeNull()
  expect(waits({ answered: { ...answered, own: true }, part: 'CHANGED' })).toBeNull()
  expect(reviewWaits(null)).toBeNull()
})
