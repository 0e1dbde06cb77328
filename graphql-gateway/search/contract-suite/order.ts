/** In which order. */

import { expect, it } from 'vitest'
import type { Suite } from './suite.ts'
import { docOf, requestOf, WORKS } from './works.ts'

export function orderTests(suite: Suite): void {
  it('puts a whole title before a longer one, whatever the counts', async () => {
    const { hits } = await suite.engine.search(requestOf('登高'))
    expect(hits.map((hit) => [hit.id, hit.tier])).toEqual([
      ['climbing', 'exact'],
      ['ninth-day', 'all'],
    ])
  })

  it('puts the better known of equal titles first', async () => {
    expect(await suite.ids('春晓')).toEqual(['spring-dawn', 'spring-dawn-2'])
  })

  it('gives every record for the empty query, best known first', async () => {
    expect((await suite.ids('')).slice(0, 3)).toEqual(['red-chamber', 'quiet-night', 'spring-dawn'])
  })

  it('sorts by title as it is read, by year and by popularity', async () => {
    expect(await suite.ids('', { sort: 'title' })).toEqual([
      'spring-dawn', 'spring-dawn-2', 'climbing', 'red-chamber', 'quiet-night', 'ninth-day', 'songs',
    ]) // prettier-ignore
    expect((await suite.ids('', { sort: 'oldest' })).slice(0, 2)).toEqual(['songs', 'quiet-night'])
    expect((await suite.ids('', { sort: 'newest' })).slice(0, 2)).toEqual(['red-chamber', 'spring-dawn-2'])
    expect((await suite.ids('', { sort: 'popular' })).at(-1)).toBe('spring-dawn-2')
  })

  it('puts unknown years last in both directions', async () => {
    await suite.engine.index([docOf('undated', { title: ['无年'] })])
    expect((await suite.ids('', { sort: 'oldest' })).at(-1)).toBe('undated')
    expect((await suite.ids('', { sort: 'newest' })).at(-1)).toBe('undated')
  })

  it('pages without gap or repetition', async () => {
    const all = await suite.ids('')
    const pages = await Promise.all([0, 3, 6, 9].map((from) => suite.ids('', { from, size: 3 })))
    expect(pages.flat()).toEqual(all)
    expect((await suite.engine.search(requestOf('', { size: 0 }))).total).toBe(WORKS.length)
  })
}
