// Who has a page, of those who are at it.
import { expect, it } from 'vitest'
import { peopleAt, type DeskDoc } from './at-page.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 28, 14, minute))
const desk = (by: string, since: number, rest: Partial<DeskDoc> = {}): DeskDoc => ({
  ...{ _id: `${by} ${since}`, site: 'n33', page: 'n33:/', by, name: `n33/${by}`, block: '' },
  ...{ since: at(since), seen: at(30) },
  ...rest,
})
const order = (...desks: readonly DeskDoc[]): string[] => peopleAt(desks).map(({ by }) => by)

it('has whoever came first', () => {
  expect(order(desk('lin', 5), desk('fang', 3))).toEqual(['fang', 'lin'])
})

it('has whoever took it over last, until they go', () => {
  const [lin, fang, wang] = [
    desk('lin', 1, { took: at(9) }),
    desk('fang', 3, { took: at(8) }),
    desk('wang', 0),
  ]
  expect(order(wang, fang, lin)).toEqual(['lin', 'fang', 'wang'])
  expect(order(wang, fang)).toEqual(['fang', 'wang'])
  expect(order(wang)).toEqual(['wang'])
})

it('says the same to everybody where two came in the same moment', () => {
  expect(order(desk('b', 1), desk('a', 1))).toEqual(order(desk('a', 1), desk('b', 1)))
})

it('is one person in several tabs, at the block of the tab that was looked at last', () => {
  const tabs = [
    desk('lin', 5, { block: 'a', seen: at(20) }),
    desk('lin', 2, { block: 'b', seen: at(21), took: at(6) }),
    desk('lin', 7, { seen: at(19) }),
  ]
  expect(peopleAt(tabs)).toEqual([{ by: 'lin', name: 'n33/lin', since: at(2), took: at(6), block: 'b' }])
})
