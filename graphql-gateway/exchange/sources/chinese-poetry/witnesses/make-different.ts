// Writes `different.tsv`: 200 pairs of poems that are near each other and yet two works, drawn with a seed: numbers of a
// series, poems of one author and title, poems that begin, end or go on with the same verse, and poems of which a third
// to a half differs. Whoever runs it again reads the list: what is one work after all is named in `one`, below.
//
//   node graphql-gateway/exchange/sources/chinese-poetry/witnesses/make-different.ts
import { writeFile } from 'node:fs/promises'
import { align } from '@shuxiang/search/collation'
import { packageFolder } from '../package-folder.ts'
import { authorOf, partsOf, rawPoems, type RawPoem } from '../raw-poems.ts'
import { foldedClauses } from '../twins/same-work.ts'
import { baseTitle } from '../worth.ts'
import { differentFile, keyOf } from './different.ts'

const seed = 20_260_714
/** Pairs that a reader of the list took for a part, a version or a draft of one work, which editors may count as one or as two. */
const one = new Set([
  'kfc0j2mk5q5 kmnyesqwh87',
  'kd660d7jefp kkcrj28e5nz',
  'kqg494dh29b k5yt71yzjk9',
  'kh8030q7kcm kxgb3xz3n4x',
  'k8nf6eb8wdb kq2dzxb6nra',
  'kakge9x6bmb k7nt533b8e2',
  'kq601p6qha4 kyxhjr6p09t',
  'kgsggnvnnpn kc2qpbmydhb',
  'k61w4ccqydy k2eznnceja5',
  'kdcx6ntk000 km76sdy90dx',
  'kmx20mydbt4 kbc0sh14byn',
  'kj6t6t8yvqh kk7fc17e9jf',
  'ka6cp68487k kb4yyqw8p8y',
  'k30ky0jqr5p k2bdmbghjw5',
  'kqzztvjrg8t khwsvt36cz8',
  'k453t33vwp3 k28t0z6r0bc',
  'knzyymsfvn8 kzwc3c3ndnx',
  'ktnf039x993 k8vte299p59',
  'khf2b70jh9s kt0824bgp4y',
  'ke3anw3xq4y kndxq8jv4nb',
  'kd5zep08kkk kksdgzmszgf',
  'kz72sjgm07q kfm46b0yk22',
  'kw2d3dracn9 kntfjfkbsz9',
  'kawy5af7j61 kdvq4bshrs6',
  'k5m5bfb9th8 kwxpxwj1nvr',
  'k3f19feqqkd k8fc1a7t0vp',
])

interface Poem {
  readonly raw: RawPoem
  readonly clauses: readonly string[]
}

/** mulberry32 (Tommy Ettinger, public domain). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const random = randomFrom(seed)
const poems: Poem[] = []
for await (const raw of rawPoems(packageFolder(), new AbortController().signal)) {
  const clauses = foldedClauses(partsOf(raw).lines)
  if (clauses.join('').length >= 20) poems.push({ raw, clauses })
}

const title = ({ raw }: Poem): string => partsOf(raw).title
const first = ({ clauses }: Poem): string | null => clauses[0] ?? null
const last = ({ clauses }: Poem): string | null => clauses.at(-1) ?? null
const inner = ({ clauses }: Poem): string | null =>
  clauses.find((clause, i) => i > 0 && i + 1 < clauses.length && clause.length >= 5) ?? null

interface Nearness {
  readonly kind: string
  readonly count: number
  /** Poems of one key are near each other. */
  readonly key: (poem: Poem) => string | null
  /** Part of the letters that differ, from and to. */
  readonly differ: readonly [number, number]
}

const much = [0.5, Infinity] as const
const kinds: readonly Nearness[] = [
  {
    kind: 'numbers of a series',
    count: 40,
    key: (poem) =>
      baseTitle(title(poem)) === title(poem) ? null : `${authorOf(poem.raw)} ${baseTitle(title(poem))}`,
    differ: [0, Infinity],
  },
  {
    kind: 'one author, one title',
    count: 40,
    key: (poem) => `${authorOf(poem.raw)} ${title(poem)}`,
    differ: much,
  },
  { kind: 'begin alike', count: 30, key: first, differ: much },
  { kind: 'end alike', count: 30, key: last, differ: much },
  { kind: 'a verse of one in the other', count: 30, key: inner, differ: much },
  { kind: 'half alike', count: 30, key: (poem) => inner(poem) ?? first(poem), differ: [0.4, 0.6] },
]

const rows: string[] = []
for (const { kind, count, key, differ } of kinds) {
  const groups = Map.groupBy(poems, (poem) => key(poem) ?? '')
  groups.delete('')
  const near = [...groups.values()].filter(({ length }) => length > 1)
  const drawn = new Set<string>()
  while (drawn.size < count && near.length > 0) {
    const group = near[Math.floor(random() * near.length)] ?? []
    const a = group[Math.floor(random() * group.length)]
    const b = group[Math.floor(random() * group.length)]
    if (!a || !b || a === b || !isWithin(differenceOf(a, b), differ)) continue
    const pair = `${keyOf(a.raw)} ${keyOf(b.raw)}`
    if (one.has(pair) || drawn.has(pair) || drawn.has(`${keyOf(b.raw)} ${keyOf(a.raw)}`)) continue
    drawn.add(pair)
    rows.push(`${kind}\t${pair.replace(' ', '\t')}\t${told(a)}\t${told(b)}`)
  }
}

/** Part of the letters that differ; infinite beyond the half. */
function differenceOf(a: Poem, b: Poem): number {
  const [lettersA, lettersB] = [Array.from(a.clauses.join('')), Array.from(b.clauses.join(''))]
  const shorter = Math.min(lettersA.length, lettersB.length)
  const found = align(lettersA, lettersB, Math.min(300, Math.ceil(shorter * 0.6)))
  return found ? found.distance / shorter : Infinity
}

function isWithin(difference: number, [from, to]: readonly [number, number]): boolean {
  return difference > 0 && difference >= from && difference <= to
}

function told({ raw, clauses }: Poem): string {
  const text = clauses.join('/')
  return `${authorOf(raw)}《${title({ raw, clauses })}》${text.length > 60 ? `${text.slice(0, 60)}…` : text}`
}

const head = [
  `# Pairs that are two works, drawn by make-different.ts with the seed ${seed}. Data: chinese-poetry (MIT).`,
  '# how they are near, key of each, and what a reader sees of each, in folded characters',
]
await writeFile(differentFile, `${[...head, ...rows].join('\n')}\n`)
