import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'
import { expect, it } from 'vitest'
import { inEnglish, namedWork, namedWorks } from './names.ts'
import { titleSources } from './titles.ts'

const verses = (...lines: readonly string[]): RecordInput['texts'][number]['paragraphs'] =>
  lines.map((text) => ({ text, kind: 'verse' }))

function poem(author: string, title: string, ...lines: readonly string[]): RecordInput {
  return {
    record: recordWith({
      id: 'p1',
      kind: 'poem',
      title,
      agents: [{ name: author, role: 'author', agentId: null, type: 'person' }],
    }),
    texts: [{ n: 0, title: null, paragraphs: verses(...lines) }],
    files: [],
    holdings: [],
  }
}

const titles = (input: RecordInput) => namedWork(input)?.titles.map(({ title }) => title)

it('names a poem by who wrote it and how it begins, in either script', () => {
  expect(titles(poem('孟浩然', '春曉', '春眠不覺曉，處處聞啼鳥。'))).toEqual([
    'Spring Dawn',
    'A Spring Morning',
  ])
  expect(titles(poem('孟浩然', '春晓', '春眠不觉晓，处处闻啼鸟。'))).toEqual([
    'Spring Dawn',
    'A Spring Morning',
  ])
})

it('names no other poem of that title or author, and no line that somebody else took up', () => {
  expect(titles(poem('孟浩然', '春晓', '夜来风雨声，花落知多少。'))).toBeUndefined()
  expect(titles(poem('司马光', '春晓', '春眠不觉晓，处处闻啼鸟。'))).toBeUndefined()
})

it('names a poem that begins so in one of its witnesses', () => {
  const input = poem('李白', '靜夜思', '牀前看月光，疑是地上霜。')
  expect(titles(input)).toBeUndefined()
  const witness = {
    id: 'w1',
    source: { id: 'tangshi', label: '唐诗三百首' },
    title: '夜思',
    agents: ['李白'],
    language: 'lzh-Hant',
    paragraphs: verses('牀前明月光，疑是地上霜。'),
  }
  expect(titles({ ...input, witnesses: [witness] })?.[0]).toBe('Quiet Night Thought')
})

it('names a work in chapters by its title, and no poem of that title', () => {
  const book = { ...poem('曾子', '大學'), record: recordWith({ id: 'b1', kind: 'book', title: '大學' }) }
  expect(namedWork(book)?.titles).toEqual([
    { title: 'The Great Learning', language: 'en', source: titleSources['L'] },
  ])
  expect(titles(poem('曾子', '大學', '大學之道'))).toBeUndefined()
})

it('names the poems in an anthology, each by its poet and beginning', () => {
  const input = poem('蘅塘退士', '唐詩三百首')
  const contents = [
    { n: 1, title: '靜夜思', creator: '李白' },
    { n: 2, title: '靜夜思', creator: '杜甫' },
    { n: 3, title: '某詩', creator: '李白' },
    { n: 4, title: '静夜思' },
  ]
  const lines = [
    '床前明月光，疑是地上霜。',
    '床前明月光，疑是地上霜。',
    '某句，某句。',
    '床前明月光，疑是地上霜。',
  ]
  const texts = lines.map((text, i) => ({ ...input.texts[0], n: i + 1, title: '', paragraphs: verses(text) }))
  const record = recordWith({ id: 'b1', kind: 'book', title: '唐詩三百首', contents })
  const made = inEnglish({ make: () => ({ input: { ...input, record, texts }, persons: [] }) }).make()
  expect(made.input.record.contents.map(({ parallelTitles: named }) => named?.[0]?.title ?? null)).toEqual([
    'Quiet Night Thought',
    null,
    null,
    null,
  ])
})

it('leaves an entry without English titles as it is', () => {
  const made = { input: poem('某人', '某诗', '某句'), persons: [] }
  expect(inEnglish({ make: () => made }).make()).toEqual(made)
})

it('has every work once, and no title twice for one', () => {
  const keys = namedWorks().map(({ author, sign }) => `${author} ${sign}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { titles: own } of namedWorks())
    expect(new Set(own.map(({ title }) => title)).size).toBe(own.length)
})
