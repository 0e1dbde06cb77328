// Finding libraries by what people type of their names.
import { expect, it } from 'vitest'
import { divisions } from './divisions.ts'
import { findLibraries, namedLibrary, placeWords } from './find-library.ts'
import { demonstrationLibraries } from './libraries.ts'

const places = divisions()
const wordsOf = placeWords(new Map(places.map((place) => [place.id, place])))
const all = demonstrationLibraries(places).map((library) => namedLibrary(library, wordsOf(library.regionId)))
const first = (typed: string): string | undefined => {
  const [id] = findLibraries(all, typed)
  return all.find((library) => library.id === id)?.name
}

it.each([
  ['余杭', '余杭区图书馆'],
  ['余杭区图书馆', '余杭区图书馆'],
  ['杭州余杭', '余杭区图书馆'],
  ['杭州 余杭', '余杭区图书馆'],
  ['浙江省杭州市余杭区', '余杭区图书馆'],
  ['yuhang', '余杭区图书馆'],
  ['Yu Hang', '余杭区图书馆'],
  ['yúháng', '余杭区图书馆'],
  ['hangzhou yuhang', '余杭区图书馆'],
  ['yuhang district', '余杭区图书馆'],
  ['Yuhang District Library', '余杭区图书馆'],
  ['hangzhou', '杭州图书馆'],
  ['n330110', '余杭区图书馆'],
  ['zhejiang', '浙江图书馆'],
  ['zjtsg', '浙江图书馆'],
  ['chongqing', '重庆图书馆'],
  ['national', '国家数字图书馆'],
  // Half typed, and what only looks like it.
  ['浙江图', '浙江图书馆'],
  ['杭州 余杭图书', '余杭区图书馆'],
  ['昌图', '昌图县图书馆'],
  ['inner mongolia', '内蒙古自治区图书馆'],
])('%s finds %s first', (typed, expected) => {
  expect(first(typed)).toBe(expected)
})

it('initials find it among those that share them', () => {
  const names = findLibraries(all, 'yhq').map((id) => all.find((library) => library.id === id)?.name)
  expect(names).toContain('余杭区图书馆')
  expect(names.length).toBeLessThan(20)
})

it.each(['', '图书馆', 'library', '.*', '[余]', '(', '^', '\u0000', '<b>', 'zzzz', '不存在的地方'])(
  '%j finds none',
  (typed) => {
    expect(findLibraries(all, typed)).toEqual([])
  },
)

it('pinyin begins where a character does', () => {
  // `an` stands in every 安 and inside of `hang`.
  expect(findLibraries(all, 'anghang')).toEqual([])
})
