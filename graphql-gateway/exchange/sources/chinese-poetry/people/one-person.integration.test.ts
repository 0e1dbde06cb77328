// Who the authors of the package are: no surname gathers several persons, and no person stands under two names.
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { rawSongLyrics } from '../ci.ts'
import { stableId } from '../ids.ts'
import { packageFolder } from '../package-folder.ts'
import { readAuthors, writtenName, type Age, type Authors } from '../persons.ts'
import { rawShi } from '../shi.ts'
import { personsNamedInEnglish } from './english.ts'

const folder = packageFolder()
const signal = new AbortController().signal
const ages = z.enum(['xianqin', 'han', 'tang', 'song', 'yuan', 'qing'])
let authors: Authors
/** Age and name as the catalogue writes it. */
const printedNames = new Set<string>()
/** Every author as printed, with the age of the collection. */
const printed = new Map<string, readonly [string, Age]>()
beforeAll(async () => {
  authors = await readAuthors(folder, new Map())
  for await (const { author } of rawSongLyrics(folder, signal))
    printed.set(`song ${author}`, [author, 'song'])
  for await (const { dynasty, poem } of rawShi(folder, signal))
    printed.set(`${dynasty} ${poem.author}`, [poem.author, dynasty])
  for (const [name, age] of printed.values()) printedNames.add(`${age} ${writtenName(name)}`)
})

describe('an incomplete name', () => {
  it('is nobody’s: no person is called by one character, a number or several names', () => {
    const persons = [...printed.values()].flatMap(([name, age]) => authors.find(name, age).person ?? [])
    expect(persons.length).toBeGreaterThan(13_000)
    const wrong = persons.filter(({ name }) => [...name].length < 2 || /[\d、…\ufffd□]/u.test(name))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['张', '张□'],
    ['赵必', '赵必□'],
    ['姚述尧1', '姚述尧'],
    ['光\t威\t裒', '光、威、裒'],
  ])('%s is told as %s, without a person', (name, told) => {
    expect(authors.find(name, 'song')).toEqual({ name: told, person: null })
  })

  it('is mended where the text or a biography tells who is meant', async () => {
    const by = new Map<string, string>()
    for await (const { author, printedAuthor, lines } of rawSongLyrics(folder, signal))
      if (printedAuthor !== undefined) by.set(lines.join('').slice(0, 6), `${printedAuthor} ${author}`)
    expect(by.get('一带江山如画')).toBe('张 张昪')
    expect(by.get('燕忙莺懒花残')).toBe('章 章楶')
    expect(by.get('霜威凄紧，政')).toBe('向 向滈')
    expect(by.size).toBeGreaterThan(200)
    expect(authors.find('韩淲', 'song').person?.biography).toContain('字仲止')
    expect(authors.find('韩疁', 'song').person?.biography).toContain('字子耕')
    expect(authors.find('王雱', 'song').person?.names).toContainEqual(
      expect.objectContaining({ name: '元泽', type: 'courtesy' }),
    )
  })
})

it.each([
  ['太宗皇帝', 'tang', ['tang', '李世民']],
  ['徐铉', 'song', ['tang', '徐铉']],
  ['李煜', 'tang', ['song', '李煜']],
] as const)('%s keeps the addresses under which the person stood', (name, age, former) => {
  expect(authors.find(name, age).person?.formerIds).toContain(stableId('a', 'chinese-poetry', ...former))
})

it('nobody else stands under an address of before', () => {
  const persons = [...printed.values()].flatMap(([name, age]) => authors.find(name, age).person ?? [])
  const ids = new Set(persons.map(({ id }) => id))
  expect(persons.flatMap(({ formerIds = [] }) => formerIds).filter((id) => ids.has(id))).toEqual([])
})

it('a biography is one text in the marks of Chinese, cut nowhere', () => {
  const texts = [...printed.values()].flatMap(
    ([name, age]) => authors.find(name, age).person?.biography ?? [],
  )
  expect(texts.length).toBeGreaterThan(9000)
  expect(texts.filter((text) => /--|[()]|主要作品有|\p{Script=Han}[,:]/u.test(text))).toEqual([])
})

describe('one person', () => {
  it.each<[string, Age, string, Age]>([
    ['南唐嗣主李璟', 'tang', '李璟', 'tang'],
    ['太上隱君', 'tang', '太上隱者', 'song'],
    ['陳摶', 'tang', '陳摶', 'song'],
    ['李隆基', 'tang', '明皇帝', 'tang'],
    ['趙佶', 'song', '宋徽宗', 'song'],
    ['張鎡', 'song', '张镃', 'song'],
  ])('is %s of %s and %s of %s', (one, age, other, otherAge) => {
    const person = authors.find(one, age).person
    expect(person).not.toBeNull()
    expect(authors.find(other, otherAge).person).toBe(person)
  })

  it('is not made of namesakes of two dynasties', () => {
    expect(authors.find('王炎', 'tang').person?.id).not.toBe(authors.find('王炎', 'song').person?.id)
  })

  it('is found by the name in English that a list of our own has', () => {
    for (const key of personsNamedInEnglish()) {
      const [age = '', name = ''] = key.split(' ')
      const found = authors.find(name, ages.parse(age)).person
      expect([key, found?.searchNames?.length ?? 0]).not.toEqual([key, 0])
      // Whoever is on the list has works: nobody is found who was made by asking.
      expect([key, age === 'tang' || age === 'song' ? printedNames.has(key) : true]).toEqual([key, true])
    }
  })

  it('is found by the other names of rulers', () => {
    const names = authors.find('明皇帝', 'tang').person?.names?.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['李隆基', '唐玄宗', '唐明皇']))
  })
})
