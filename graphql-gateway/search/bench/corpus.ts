/** Real records for tests and benchmarks: the poems of the npm package `chinese-poetry` as search documents. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inPeriod } from '../contract-suite/works.ts'
import type { FacetTerm, SearchDoc, SearchLine } from '../contract.ts'

const DIST = join(dirname(createRequire(import.meta.url).resolve('chinese-poetry/package.json')), 'dist')

interface Shelf {
  readonly folder: string
  readonly pattern: RegExp
  readonly period: string
  readonly collection: string
  readonly language: string
  readonly years: { readonly from: number; readonly to: number }
  /** Folder and prefix of the files with web hit counts, where the package has them. */
  readonly rank: string | null
}

const SHELVES: readonly Shelf[] = [
  { folder: 'quantangshi', pattern: /^poet\.tang\.\d+\.json$/, period: '唐', collection: '全唐诗', language: 'lzh-Hant', years: { from: 618, to: 907 }, rank: 'rank/poet/poet.tang.rank' }, // prettier-ignore
  { folder: 'quantangshi', pattern: /^poet\.song\.\d+\.json$/, period: '宋', collection: '全宋诗', language: 'lzh-Hant', years: { from: 960, to: 1279 }, rank: 'rank/poet/poet.song.rank' }, // prettier-ignore
  { folder: 'songci', pattern: /^ci\.song\.\d+\.json$/, period: '宋', collection: '全宋词', language: 'lzh-Hans', years: { from: 960, to: 1279 }, rank: 'rank/ci/ci.song.rank' }, // prettier-ignore
  { folder: 'yuanqu', pattern: /^yuanqu\.json$/, period: '元', collection: '元曲', language: 'lzh-Hans', years: { from: 1271, to: 1368 }, rank: null }, // prettier-ignore
  { folder: 'yudingquantangshi/json', pattern: /^\d+\.json$/, period: '唐', collection: '御定全唐詩', language: 'lzh-Hant', years: { from: 618, to: 907 }, rank: null }, // prettier-ignore
]

/** Up to `limit` records in a fixed order, spread over all shelves when `limit` is smaller than the whole. */
export function* poems(limit: number): Iterable<SearchDoc> {
  const files = SHELVES.flatMap((shelf) =>
    readdirSync(join(DIST, shelf.folder))
      .filter((file) => shelf.pattern.test(file))
      .sort(byNumber)
      .map((file) => ({ shelf, file })),
  )
  let made = 0
  for (const { shelf, file } of limit < 50_000 ? spread(files, Math.ceil(limit / 60)) : files) {
    const ranks = readRanks(shelf, file)
    for (const [at, poem] of readList(join(DIST, shelf.folder, file)).entries()) {
      if (made++ >= limit) return
      yield toDoc(shelf, `${shelf.collection}:${file}:${at}`, poem, ranks[at])
    }
  }
}

function byNumber(a: string, b: string): number {
  return Number(/\d+/.exec(a)?.[0] ?? 0) - Number(/\d+/.exec(b)?.[0] ?? 0)
}

function spread<Item>(items: readonly Item[], wanted: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / wanted))
  return items.filter((_, at) => at % step === 0)
}

function readRanks(shelf: Shelf, file: string): readonly Record<string, unknown>[] {
  if (!shelf.rank) return []
  const number = /\d+/.exec(file)?.[0] ?? '0'
  try {
    return readList(join(DIST, `${shelf.rank}.${number}.json`))
  } catch {
    return []
  }
}

function readList(path: string): readonly Record<string, unknown>[] {
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return Array.isArray(list) ? list : []
}

function toDoc(
  shelf: Shelf,
  id: string,
  poem: Record<string, unknown>,
  rank: Record<string, unknown> | undefined,
): SearchDoc {
  const title = textOf(poem.title) || textOf(poem.rhythmic) || '无题'
  const author = textOf(poem.author) || '佚名'
  const libraries = [0, 1, 2].map((copy) => libraryOf(hash(id) + copy * 7919))
  return {
    id,
    rev: 1,
    title: [title],
    creator: [author],
    subject: [],
    identifiers: [],
    body: Array.isArray(poem.paragraphs) ? poem.paragraphs.map(textOf).join('\n') : '',
    lines: linesOf(poem.paragraphs, hash(id)),
    facets: {
      kind: [term('poem', '诗词')],
      period: [term(shelf.period, shelf.period)],
      author: [term(author, author)],
      collection: [term(shelf.collection, shelf.collection)],
      library: libraries,
      language: [term(shelf.language, shelf.language)],
    },
    scopes: ['*', ...libraries.map(({ value }) => value)],
    date: inPeriod(shelf.years.from, shelf.years.to),
    dates: {},
    sorts: {},
    prior: Math.min(...['baidu', 'google', 'bing'].map((engine) => Number(rank?.[engine] ?? 0))),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function term(value: string, label: string): FacetTerm {
  return { value, label }
}

/** 600 libraries, few with much and many with little. */
function libraryOf(seed: number): FacetTerm {
  const number = Math.floor(600 * ((seed % 10_007) / 10_007) ** 3)
  return term(`lib-${number}`, `第${number}图书馆`)
}

function hash(text: string): number {
  let value = 2_166_136_261
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619) >>> 0
  return value
}

/** The first verse of each poem, and of one in four hundred all of them: as many as are well known. */
function linesOf(paragraphs: unknown, seed: number): readonly SearchLine[] {
  if (!Array.isArray(paragraphs)) return []
  const verses = paragraphs
    .map(textOf)
    .flatMap((paragraph) => paragraph.match(/[^，。！？；]+[，。！？；]?/gu) ?? [])
  return verses.slice(0, seed % 400 === 0 ? 60 : 1).map((text, at) => ({ n: at + 1, text }))
}
