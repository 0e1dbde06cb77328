/**
 * Search over all 390,000 poems: CPU milliseconds a query, beside the same facets counted by SQL and beside the
 * bare time FTS5 needs to list the matches. The index is kept in the system's temporary folder between runs.
 */

import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { requestOf } from '../contract-suite/works.ts'
import type { SearchRequest } from '../contract.ts'
import { ftsQuery } from '../embedded/fts-query.ts'
import { openLocalIndex, type LocalIndex } from '../embedded/local-index.ts'
import { clauseOf } from '../query/clause.ts'
import { parseBox } from '../query/parse-box.ts'
import { suggestionKey } from '../query/suggestion.ts'
import { poems } from './corpus.ts'
import { typedBeginnings } from './typed.ts'

const EVERYTHING = 1_000_000
const FACETS = ['kind', 'period', 'author', 'collection'].map((name) => ({ name, size: 12 }))

const MID = ['杨柳', '孤舟', '故乡', '黄昏', '登高', '明月 故乡', '苏轼 梅花', '"春风吹"', '寒食', '渔父']
const BROAD = ['不知', '春风', '何处', '人间', '明月', '春', '山', '一', '', '-春']
const LINES = ['李白静夜思', '床前明月光疑是地上霜', '离离原上草一岁一枯荣野火烧不尽']
const TYPED = [
  '春',
  '静夜',
  '李',
  'libai',
  'jys',
  'j',
  's',
  'zhong',
  '送',
  '题',
  '床前',
  '明月',
  'chuangqian',
]
const MISTYPED = [
  '静叶思',
  '床前明月亮',
  '举头忘明月',
  '里白',
  '念奴骄 赤壁怀古',
  '春江花夜月',
  'jys',
  'jingyeshi',
  '白日依山近黄河入海流',
  '鑫鑫鑫',
]

const library = 'lib-3'
const BRANCH = [library, '*']

const file = join(tmpdir(), 'shuxiang-bench-search')
mkdirSync(file, { recursive: true })
const filled = openLocalIndex(join(file, 'search.db'))
await fill(filled)
await filled.close()
const opening = cpu()
const index = openLocalIndex(join(file, 'search.db'))
print('index opened', cpu() - opening, '<= 1000 ms')

print('mid term, 20 hits', measure(MID, {}), '<= 15 ms')
print('broad term, 20 hits', measure(BROAD, {}), '')
print('broad term, 20 hits, 4 facets', measure(BROAD, { facets: FACETS }), '<= 60 ms')
const filters = [{ name: 'period', anyOf: ['唐'] }]
print('  with a filter', measure(BROAD, { facets: FACETS, filters }), '')
print('  sorted by title', measure(BROAD, { sort: 'title' }), '')
print('  of a branch', measure(BROAD, { facets: FACETS, scopes: BRANCH }), '')
print('  of a branch, without what is open', measure(BROAD, { facets: FACETS, scopes: [library] }), '')
const [hundred, thousand] = [100, 1_000].map((size) => average(BROAD, (text) => handedOver(text, size)))
print(
  '  with 1,000 values of a facet',
  thousand ?? Number.NaN,
  `${((thousand ?? Number.NaN) / (hundred ?? Number.NaN)).toFixed(2)}x that with 100, <= 1.5`,
)
print('some words of a whole line', measure(LINES, {}), '')
print('what is meant', average(MISTYPED, meant), '<= 60 ms')
suggestions(null)
suggestions(BRANCH)
const begun = typedBeginnings(300, 19)
const suggested = begun.map((text) => suggesting(text, null)).toSorted((a, b) => a - b)
print('  of 300 beginnings, the middle', at(suggested, 0.5), '')
print('  of 300 beginnings, the 95th of 100', at(suggested, 0.95), '<= 0.3 ms')
print('  of 300 beginnings, the dearest', at(suggested, 1), '')

const five = BROAD.slice(0, 5)
const ours = measure(five, { facets: FACETS })
const { records } = index.stats()
const memory = process.memoryUsage().rss
// The index holds its file alone.
await index.close()
const db = new DatabaseSync(join(file, 'search.db'), { readOnly: true })
baselineTables(db)
const listing = average(five, (text) => {
  db.prepare('select group_concat(rowid) from fts where fts match ?').get(matchOf(text))
})
print(
  'baseline: FTS5 lists the matches',
  listing,
  `ranked with facets is ${(ours / listing).toFixed(1)}x that`,
)
const counting = begun.map((text) => average([text], countBeginning, 20)).toSorted((a, b) => a - b)
print(
  'baseline: SQL counts the beginnings',
  at(counting, 0.95),
  `${(at(counting, 0.95) / at(suggested, 0.95)).toFixed(1)}x ours at the 95th of 100, which also ranks`,
)
const sql = average(five, countBySql, 1)
print('baseline: 4 facets by SQL GROUP BY', sql, `${(sql / ours).toFixed(1)}x ours, which also ranks`)
console.log(`memory ${(memory / 1e6).toFixed(0)} MB for ${records} records`)

async function fill(target: LocalIndex): Promise<void> {
  if (target.stats().records > 300_000) return
  const start = cpu()
  let batch = []
  let done = 0
  for (const doc of poems(EVERYTHING)) {
    batch.push(doc)
    if (batch.length < 200) continue
    await target.put(batch)
    done += batch.length
    batch = []
    if (done % 20_000 === 0)
      console.log(`indexed ${done}, ${(done / ((cpu() - start) / 1e3)).toFixed(0)} a CPU second`)
  }
  await target.put(batch)
  await target.settled()
}

/** The plan is forced to begin with the matches; SQLite's own choice is several times slower. */
function countBySql(text: string): void {
  const count = db.prepare(
    `select t.value, count(*) from fts cross join temp.doc_terms d on d.doc = fts.rowid
     cross join terms t on t.no = d.term and t.name = ? where fts match ? group by 1 order by 2 desc limit 12`,
  )
  for (const { name } of FACETS) count.all(name, matchOf(text))
}

/** How many titles, names and lines begin so, by their keys alone. */
function countBeginning(text: string): void {
  const key = suggestionKey(text)
  const count = db.prepare(
    "select count(*) from entries where kind in ('title', 'creator', 'line') and key >= ? and key < ? || char(1114111)",
  )
  count.get(key, key)
}

/** The facets once more as rows, as a schema without our columns would hold them. */
function baselineTables(target: DatabaseSync): void {
  target.exec(
    'pragma temp_store = memory; create temp table doc_terms (doc int, term int, primary key (doc, term)) without rowid',
  )
  const add = target.prepare('insert into temp.doc_terms values (?, ?)')
  target.exec('begin')
  for (const row of target.prepare('select no, terms from docs where live = 1').iterate()) {
    for (const term of String(row.terms).split(' ')) add.run(Number(row.no), Number(term))
  }
  target.exec('commit')
}

function matchOf(text: string): string {
  return ftsQuery(clauseOf(parseBox(text))) ?? ''
}

function search(text: string, fields: Partial<SearchRequest>): void {
  index.search(requestOf(text, fields), () => undefined)
}

/** So many values of a facet, copied as they are for another thread. */
function handedOver(text: string, size: number): void {
  structuredClone(index.search(requestOf(text, { facets: [{ name: 'author', size }] }), () => undefined))
}

function meant(text: string): void {
  index.meant(text, { scopes: null, filters: [], ranges: [], limit: 3 }, () => undefined)
}

function measure(texts: readonly string[], fields: Partial<SearchRequest>): number {
  return average(texts, (text) => search(text, fields))
}

/** CPU milliseconds of one call, over some rounds after one to warm up. */
function average(texts: readonly string[], work: (text: string) => void, rounds = 5): number {
  for (const text of texts) work(text)
  const start = cpu()
  for (let round = 0; round < rounds; round++) for (const text of texts) work(text)
  return (cpu() - start) / (rounds * texts.length)
}

/** Many times: the clock of CPU time is too coarse for once. */
function suggesting(typed: string, scopes: readonly string[] | null): number {
  return average([typed], (text) => void index.suggest(text, { limit: 8, scopes }), 100)
}

/** What of so many sorted times is not exceeded. */
function at(times: readonly number[], share: number): number {
  return times[Math.ceil(share * times.length) - 1] ?? Number.NaN
}

function suggestions(scopes: readonly string[] | null): void {
  const times = TYPED.map((typed) => suggesting(typed, scopes)).toSorted((a, b) => a - b)
  print(`suggestions${scopes ? ' of a branch' : ''}, middle text`, times[times.length >> 1] ?? 0, '')
  print(`suggestions${scopes ? ' of a branch' : ''}, dearest text`, times.at(-1) ?? 0, '<= 2 ms')
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e3
}

function print(what: string, milliseconds: number, target: string): void {
  console.log(`${what.padEnd(36)} ${milliseconds.toFixed(2).padStart(9)} ms CPU  ${target}`)
}
