// The reader on the whole package: counts, what must be there, and that every description fits the model.
import { checkRecord, type RecordInput } from '@shuxiang/subgraph-catalogue/content'
import { demonstrationLibraries, divisions } from '@shuxiang/subgraph-sites/content'
import { beforeAll, describe, expect, it } from 'vitest'
import { chinesePoetry, firstPart } from './index.ts'

const signal = new AbortController().signal
const source = chinesePoetry(demonstrationLibraries(divisions()))

describe('the first part', () => {
  const inputs: RecordInput[] = []
  const persons = new Map<string, string>()
  beforeAll(async () => {
    for await (const entry of source.entries('first', signal)) {
      const made = entry.make()
      inputs.push(made.input)
      for (const person of made.persons) persons.set(person.id, person.name)
    }
  })
  const titled = (title: string, author?: string) =>
    inputs.filter(
      ({ record }) =>
        (record.title === title || record.alternativeTitles.includes(title)) &&
        (author === undefined || record.creators.some(({ name }) => name === author)),
    )
  const inSubject = (subject: string) =>
    inputs.filter(({ record }) => record.subjects.includes(subject)).length

  it('has 20,000 records with ids of their own, all within the model', () => {
    expect(inputs).toHaveLength(firstPart)
    expect(new Set(inputs.map(({ record }) => record.id)).size).toBe(firstPart)
    expect(inputs.map((input) => checkRecord(input)).filter((problem) => problem !== null)).toEqual([])
  })

  it.each(['论语', '孟子', '大學', '中庸', '诗经', '楚辞', '古文觀止', '千字文', '幽梦影', '唐詩三百首'])(
    'has %s as a work with chapters',
    (title) => {
      const [work] = titled(title).filter(({ record }) => record.kind === 'book')
      expect(work?.parts.length).toBeGreaterThan(0)
      expect(work?.record.parts.length).toBe(work?.parts.length)
      expect(work?.record.text).toBeNull()
      expect(work?.record.opening).not.toBeNull()
    },
  )

  it.each([
    ['靜夜思', '李白'],
    ['春曉', '孟浩然'],
    ['登鸛雀樓', '王之涣'],
    ['相思', '王维'],
    ['登高', '杜甫'],
    ['长恨歌', '白居易'],
    ['关雎', undefined],
    ['离骚', '屈原'],
    ['水调歌头·明月几时有', '苏轼'],
    ['虞美人·春花秋月何时了', '李煜'],
    ['短歌行 其一', '曹操'],
  ])('has %s', (title, author) => {
    expect(titled(title, author).length + titled(title.replace('长', '長'), author).length).toBeGreaterThan(0)
  })

  it('has the anthologies that everybody learns from', () => {
    expect(inSubject('唐诗三百首')).toBeGreaterThan(300)
    expect(inSubject('宋词三百首')).toBeGreaterThan(230)
    expect(inSubject('千家诗')).toBeGreaterThan(100)
  })

  it('has everything of the great poets, under one person in both scripts', () => {
    const by = (name: string) => inputs.filter(({ record }) => record.creators[0]?.name === name)
    expect(by('李白').length).toBeGreaterThan(1100)
    expect(by('杜甫').length).toBeGreaterThan(1400)
    expect(by('苏轼').length).toBeGreaterThan(3000)
    expect(new Set(by('苏轼').map(({ record }) => record.creators[0]?.personId)).size).toBe(1)
  })

  it('names no person whom it does not describe', () => {
    for (const { record } of inputs)
      for (const { personId } of record.creators) if (personId) expect(persons.has(personId)).toBe(true)
  })

  it('puts the best known first and gives each a place among the known', () => {
    const prior = (title: string, author: string) => titled(title, author)[0]?.record.prior ?? 0
    expect(prior('靜夜思', '李白')).toBeGreaterThan(300)
    expect(prior('登高', '杜甫')).toBeGreaterThan(30)
  })

  it('is the same every time', async () => {
    let place = 0
    for await (const entry of source.entries('first', signal)) {
      if (place >= 1000) break
      if (place % 50 === 0) expect(entry.make().input).toEqual(inputs[place])
      place++
    }
  })
})
