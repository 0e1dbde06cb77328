// The reader on the whole package: counts, what must be there, and that every description fits the model.
import type { RecordInput } from '@shuxiang/record'
import { checkRecord } from '@shuxiang/subgraph-catalogue/content'
import { demonstrationLibraries, divisions } from '@shuxiang/subgraph-sites/content'
import { beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../fixtures/kinds.ts'
import { putsOf } from '../../puts.ts'
import { chinesePoetry, firstPart } from './index.ts'
import { isLinked } from './twins/lead.ts'
import { simplified } from './simplified.ts'
import { dice, foldedClauses } from './twins/same-work.ts'

const signal = new AbortController().signal
const source = chinesePoetry(demonstrationLibraries(divisions()))

describe('the first part', () => {
  const inputs: RecordInput[] = []
  const persons = new Map<string, string>()
  const told = new Map<string, number>()
  beforeAll(async () => {
    for await (const entry of putsOf(source, 'first', signal)) {
      const made = entry.make()
      inputs.push(made.input)
      for (const person of made.persons) persons.set(person.id, person.name)
      for (const kind of made.mendings ?? []) told.set(kind, (told.get(kind) ?? 0) + 1)
    }
  })
  const titled = (title: string, author?: string) =>
    inputs.filter(
      ({ record }) =>
        (record.title === title || record.alternativeTitles.includes(title)) &&
        (author === undefined || record.agents.some(({ name }) => name === author)),
    )
  const inSubject = (subject: string) =>
    inputs.filter(({ record }) => record.subjects.some(({ label }) => label === subject)).length

  it('has 20,000 records with ids of their own, all within the model', () => {
    expect(inputs).toHaveLength(firstPart)
    expect(new Set(inputs.map(({ record }) => record.id)).size).toBe(firstPart)
    expect(inputs.map((input) => checkRecord(kinds, input)).filter((problem) => problem !== null)).toEqual([])
  })

  it.each(['论语', '孟子', '大學', '中庸', '诗经', '楚辞', '古文觀止', '千字文', '幽梦影', '唐詩三百首'])(
    'has %s as a work with chapters',
    (title) => {
      const [work] = titled(title).filter(({ record }) => record.kind === 'book')
      expect(work?.texts.length).toBeGreaterThan(0)
      expect(work?.texts.map(({ n }) => n)).toEqual(work?.record.contents.map(({ n }) => n))
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
    const by = (name: string) => inputs.filter(({ record }) => record.agents[0]?.name === name)
    expect(by('李白').length).toBeGreaterThan(1050)
    expect(by('杜甫').length).toBeGreaterThan(1400)
    expect(by('苏轼').length).toBeGreaterThan(3000)
    expect(new Set(by('苏轼').map(({ record }) => record.agents[0]?.agentId)).size).toBe(1)
  })

  it('names no person whom it does not describe', () => {
    for (const { record } of inputs)
      for (const { agentId } of record.agents) if (agentId) expect(persons.has(agentId)).toBe(true)
  })

  it('puts the best known first and gives each a place among the known', () => {
    const prior = (title: string, author: string) => titled(title, author)[0]?.record.prior ?? 0
    expect(prior('靜夜思', '李白')).toBeGreaterThan(300)
    expect(prior('登高', '杜甫')).toBeGreaterThan(30)
  })

  const textOf = ({ texts }: RecordInput): readonly string[] =>
    foldedClauses(
      (texts.find(({ n }) => n === 0)?.paragraphs ?? [])
        .filter(({ kind }) => kind === 'verse')
        .map(({ text }) => text),
    )

  it.each([
    ['李白', '白鼻騧', '橫吹曲辭'],
    ['李白', '關山月', '橫吹曲辭'],
    ['李白', '將進酒', '鼓吹曲辭'],
    ['李白', '蜀道難', '相和歌辭'],
    ['李白', '長干行二首 一', '雜曲歌辭'],
    ['张若虚', '春江花月夜', '相和歌辭'],
    ['李商隐', '王昭君', null],
  ])('has %s %s once, with its other title and place', (author, title, group) => {
    const found = inputs.filter(
      ({ record }) =>
        record.kind === 'poem' &&
        [record.title, ...record.alternativeTitles].includes(title) &&
        record.agents.some(({ name }) => name === author) &&
        record.formerIds !== undefined,
    )
    expect(found.map(({ record }) => record.title)).toHaveLength(1)
    if (group)
      expect(found[0]?.record.subjects.map(({ label }) => simplified(label))).toContain(simplified(group))
  })

  it('keeps two poems of one author that only have one title', () => {
    expect(titled('送別', '王维').map((input) => textOf(input)[0])).toEqual(
      expect.arrayContaining(['下马饮君酒', '山中相送罢'].map((clause) => foldedClauses([clause])[0])),
    )
  })

  it('gives no text of an author twice, and says how many it had', () => {
    const byOpening = new Map<string, { readonly input: RecordInput; readonly text: string }[]>()
    const left: string[] = []
    for (const input of inputs) {
      const clauses = textOf(input)
      const [text, lead] = [clauses.join(''), input.record.agents[0]?.name]
      if (input.record.kind !== 'poem' || text.length < 10) continue
      for (const key of new Set([`${lead} < ${clauses[0]}`, `${lead} > ${clauses.at(-1)}`])) {
        const met = byOpening.get(key) ?? []
        for (const other of met)
          if (dice(other.text, text) >= 0.75)
            left.push(`${lead} ${other.input.record.title} / ${input.record.title}`)
        byOpening.set(key, [...met, { input, text }])
      }
    }
    const givenAgain = inputs.reduce((sum, { record }) => sum + (record.formerIds?.length ?? 0), 0)
    console.log(
      `${givenAgain} texts given again within ${inputs.length} works; ${left.length} pairs left`,
      left,
    )
    console.log(Object.fromEntries(told))
    expect(givenAgain).toBeGreaterThan(900)
    expect(left).toEqual([])
    expect(told.get('work: given again, made one record')).toBe(givenAgain)
  })

  it('names one author of a text under several, and the others as attributed', () => {
    const creatorsOf = (opening: string): string[][] =>
      inputs
        .filter(
          (input) => input.record.kind === 'poem' && simplified(textOf(input).join('')).startsWith(opening),
        )
        .map(({ record }) => record.agents.map(({ name, role }) => `${role} ${name}`))
    expect(creatorsOf('荷尽已无擎雨盖')).toEqual([['author 苏轼', 'attributed 释惟一']])
    expect(creatorsOf('折戟')).toEqual([['author 杜牧', 'attributed 李商隐']])
    expect(creatorsOf('少小离家老大回')).toEqual([['author 贺知章', 'attributed 黄拱']])
    const several = inputs.filter(({ record }) => record.kind === 'poem' && record.agents.length > 1)
    console.log(`${several.length} texts under several authors`)
    const authorsOf = ({ record }: RecordInput) => record.agents.filter(({ role }) => role === 'author')
    const joint = several.filter((one) => authorsOf(one).length !== 1)
    expect(joint.filter(({ record }) => !isLinked(record.title)).map(({ record }) => record.title)).toEqual(
      [],
    )
    expect(several.filter((one) => authorsOf(one)[0]?.name !== one.record.agents[0]?.name)).toEqual([])
  })

  it.each([
    ['松下问童子', '尋隱者不遇', '贾岛', 'pzqbt61c93z'],
    ['白日依山尽', '登鸛雀樓', '王之涣', 'phcn6zhwb99'],
  ])(
    'leads %s by the title and author that anthologies have, at the same address',
    (opening, title, by, id) => {
      const found = inputs.filter(
        (input) => input.record.kind === 'poem' && simplified(textOf(input).join('')).startsWith(opening),
      )
      expect(found.map(({ record }) => [record.title, record.agents[0]?.name, record.id])).toEqual([
        [title, by, id],
      ])
      const ids = found[0]?.witnesses?.map((one) => one.id) ?? []
      expect(ids).not.toContain(id)
      expect(new Set(ids).size).toBe(ids.length)
    },
  )

  it('leads an address of before to one record only, which is not itself such an address', () => {
    const former = inputs.flatMap(({ record }) => record.formerIds ?? [])
    const ids = new Set(inputs.map(({ record }) => record.id))
    expect(new Set(former).size).toBe(former.length)
    expect(former.filter((id) => ids.has(id))).toEqual([])
  })

  it('is the same every time', async () => {
    let place = 0
    for await (const entry of putsOf(source, 'first', signal)) {
      if (place >= 1000) break
      if (place % 50 === 0) expect(entry.make().input).toEqual(inputs[place])
      place++
    }
  })
})
