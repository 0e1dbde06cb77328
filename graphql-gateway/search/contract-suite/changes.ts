/** What later writes do to earlier ones. */

import { expect, it } from 'vitest'
import type { Suite } from './suite.ts'
import { docOf, facetsOf, requestOf, WORKS } from './works.ts'

export function changeTests(suite: Suite): void {
  it('replaces a record whole, and again the same', async () => {
    const doc = docOf('climbing', {
      rev: 2,
      title: ['登岳阳楼'],
      facets: facetsOf('poem', '唐', '杜甫', []),
    })
    await suite.engine.index([doc])
    await suite.engine.index([doc])
    expect(await suite.ids('登高')).toEqual(['ninth-day'])
    expect(await suite.ids('岳阳楼')).toEqual(['climbing'])
    expect((await suite.engine.stats()).records).toBe(WORKS.length)
  })

  it('never lets an older revision win, also after a removal', async () => {
    await suite.engine.index([docOf('x', { rev: 5, title: ['新'] })])
    await suite.engine.index([docOf('x', { rev: 4, title: ['旧'] })])
    expect(await suite.ids('旧')).toEqual([])
    await suite.engine.remove([{ id: 'x', rev: 4 }])
    expect(await suite.ids('新')).toEqual(['x'])
    await suite.engine.remove([{ id: 'x', rev: 6 }])
    await suite.engine.index([docOf('x', { rev: 5, title: ['新'] })])
    await suite.engine.index([docOf('x', { rev: 6, title: ['新'] })])
    expect(await suite.ids('新')).toEqual([])
    await suite.engine.index([docOf('x', { rev: 7, title: ['又新'] })])
    expect(await suite.ids('又新')).toEqual(['x'])
  })

  it('keeps a removal of a record it never had', async () => {
    await suite.engine.remove([{ id: 'y', rev: 3 }])
    await suite.engine.index([docOf('y', { rev: 2, title: ['迟到'] })])
    expect(await suite.ids('迟到')).toEqual([])
  })

  it('is empty after clear and can be filled again', async () => {
    await suite.engine.clear()
    expect(await suite.ids('')).toEqual([])
    expect(await suite.suggest('静', 5)).toEqual([])
    await suite.engine.index(WORKS)
    expect(await suite.ids('静夜思')).toEqual(['quiet-night'])
  })

  it('keeps the newest label of a facet value', async () => {
    await suite.engine.index([docOf('z', { facets: { kind: [{ value: 'poem', label: '诗' }] } })])
    const { facets: [kind] } = await suite.engine.search(requestOf('', { facets: [{ name: 'kind', size: 1 }] })) // prettier-ignore
    expect(kind?.values).toEqual([{ value: 'poem', label: '诗', count: 6, selected: false }])
  })
}
