// Which shelves are proposed, and that they come onto a page once.
import { describe, expect, it } from 'vitest'
import { blockFaults, type Pool } from '@shuxiang/site-blocks'
import { apply, type PageDoc } from '@shuxiang/site-model'
import { templates } from '@shuxiang/site-templates'
import { chosenAtFirst, isThere, proposeShelves, shelvesAdded, type ShelfWords } from './shelves.ts'

const both = (text: string) => ({ 'zh-CN': text, en: text })
const words: ShelfWords = {
  own: both('own'),
  popular: both('popular'),
  newest: both('newest'),
  period: ({ en }) => both(`period ${en}`),
}
const value = (name: string, count: number) => ({ value: name, label: name, english: name, count })
const pool: Pool = {
  total: 200,
  kinds: [value('poem', 90), value('book', 100), value('audio', 3), value('kite', 50)],
  periods: [value('tang', 60), value('song', 80)],
}
const proposed = (there: Pool = pool, own = 20) => proposeShelves(there, { library: 'n33', own, words })
const keys = (...given: Parameters<typeof proposed>) => proposed(...given).map(({ key }) => key)

const home = (): PageDoc => {
  const doc = templates[0].siteOf({ code: 'n33', name: '浙江图书馆' }).pages.get('/')
  if (!doc) throw new Error('the template has no home page')
  return doc
}
function added(doc: PageDoc, wanted = chosenAtFirst(doc, proposed())): PageDoc {
  return shelvesAdded(doc, wanted).reduce((now, op) => {
    const next = apply(now, op)
    if (!next.ok) throw new Error(next.reason)
    return next.doc
  }, doc)
}

describe('what is proposed', () => {
  it('is the library’s own, what is read most, then periods and kinds, the fullest first', () => {
    expect(keys()).toEqual(['own', 'popular', 'period song', 'kind book', 'period tang', 'kind poem'])
  })
  it('has no shelf of its own where it holds next to nothing, and ends with the newest', () => {
    expect(keys({ ...pool, periods: [] }, 3)).toEqual(['popular', 'kind book', 'kind poem', 'newest'])
  })
  it('leaves out what is too few, and kinds that nobody has a word for', () => {
    expect(keys().join()).not.toMatch(/audio|kite/)
  })
  it('is nothing where there is nothing', () => {
    expect(keys({ total: 0, kinds: [], periods: [] }, 0)).toEqual([])
  })
})

describe('a home page', () => {
  it('gets three behind its opening, in their order, and can be drawn', () => {
    const before = home()
    const after = added(before, proposed().slice(0, 3))
    // Behind hours and notices, which stand near the top of this template.
    const place = after.root.findIndex((id) => !before.root.includes(id))
    expect(place).toBeGreaterThan(0)
    expect(after.root.slice(0, place)).toEqual(before.root.slice(0, place))
    expect(after.root.slice(place + 3)).toEqual(before.root.slice(place))
    const above = JSON.stringify(after.root.slice(0, place).map((id) => [id, after.blocks[id]]))
    const below = JSON.stringify(after.root.slice(place).map((id) => after.blocks[id]?.type))
    expect(above.length).toBeGreaterThan(0)
    expect(below).not.toMatch(/opening-hours|announcements/)
    const titles = after.root.slice(place, place + 3).map((id) => after.blocks[id]?.fields['title'])
    expect(titles).toEqual([both('own'), both('popular'), both('period song')])
    expect(blockFaults(after)).toEqual([])
  })
  it('gets none of them twice, and no three more when the step is taken again', () => {
    const once = added(home(), proposed().slice(0, 3))
    expect(chosenAtFirst(once, proposed())).toEqual([])
    expect(shelvesAdded(once, proposed().slice(0, 3))).toEqual([])
    expect(added(once, proposed().slice(0, 3))).toBe(once)
  })
  it('knows a shelf again whose length or title somebody changed', () => {
    const [own] = proposed()
    const [op] = own ? shelvesAdded(home(), [own]) : []
    if (!own || op?.op !== 'insert') throw new Error('no shelf was proposed')
    const changed = added(home(), [own])
    const id = changed.root.find((one) => !home().root.includes(one)) ?? ''
    const shelf = changed.blocks[id]
    if (!shelf) throw new Error('no shelf was put there')
    const source = { ...JSON.parse(JSON.stringify(shelf.fields['source'])), first: 4 }
    const doc = {
      ...changed,
      blocks: { ...changed.blocks, [id]: { ...shelf, fields: { ...shelf.fields, source } } },
    }
    expect(isThere(doc, own)).toBe(true)
    // One was put there, so two more are chosen.
    expect(chosenAtFirst(doc, proposed())).toHaveLength(2)
  })
  it('that is empty begins with them', () => {
    const empty: PageDoc = { ...home(), root: [], blocks: {} }
    expect(added(empty).root).toHaveLength(3)
  })
})
