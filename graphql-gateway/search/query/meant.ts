/** What is meant by a text that is nowhere: by what is there, how far it is from it, and how well it is known. */

import type { Meant, QueryNode, Suggestion } from '../contract.ts'
import { scanRuns } from '../analysis/scan.ts'
import { clearCost, nearness, typedWord, type Known, type TypedWord } from './meant-word.ts'
import { readBox } from './parse-box.ts'

/** What an engine knows. */
export interface MeantGround {
  /** What may be near a word, of records that the request lets pass; more may come than is near. */
  candidates(word: TypedWord): Iterable<Known & { readonly weight: number }>
  /** True when a record has everything asked for, of those that the request lets pass. */
  finds(query: QueryNode): boolean
}

interface Candidate {
  readonly text: string
  readonly kind: Suggestion['kind']
  readonly score: number
  /** False for what is too far from the word to be clearly meant. */
  readonly clear: boolean
}

/** Both as they did best for works sampled from the first source, known and less known. An error makes a candidate as much less likely as this difference of weight does. */
const COST = 8
/** So much more likely than the next one is clear. */
const MARGIN = 2
/** Candidates that are looked for before the rest is given up. */
const MOST_TRIED = 6
const MOST_WORDS = 4

/** At most `limit`, the likeliest first. None for a text with signs: who writes those means what is there. */
export function whatIsMeant(text: string, limit: number, ground: MeantGround): readonly Meant[] {
  if (limit === 0) return []
  const { node, syntax } = readBox(text)
  const words = syntax ? [] : wordsOf(node)
  if (words.length === 0) return []
  const found = [...ofWord(words.join(' '), ground), ...(words.length > 1 ? ofWords(words, ground) : [])]
  const tried = distinct(found, words.join(' '))
    .slice(0, MOST_TRIED)
    .filter((candidate) => ground.finds(queryOf(candidate.text)))
  const margin = (tried[0]?.score ?? 0) - (tried[1]?.score ?? -Infinity)
  return tried.slice(0, limit).map(({ text: meant, kind, clear }, place) => ({
    text: meant,
    kind,
    sure: place === 0 && clear && margin >= MARGIN,
  }))
}

function wordsOf(node: QueryNode): readonly string[] {
  const nodes = node.type === 'and' ? node.nodes : [node]
  const words = nodes.flatMap((one) => (one.type === 'term' && one.field === 'any' ? [one.text] : []))
  return words.length === nodes.length ? words : []
}

function queryOf(text: string): QueryNode {
  const nodes = text.split(' ').map((word) => ({ type: 'term', field: 'any', text: word }) as const)
  const [only] = nodes
  return nodes.length === 1 && only ? only : { type: 'and', nodes }
}

/** All words as one title, one name or one line. */
function ofWord(text: string, ground: MeantGround): readonly Candidate[] {
  const word = typedWord(text)
  if (!word) return []
  const found: Candidate[] = []
  for (const known of ground.candidates(word)) {
    const near = nearness(word, known)
    if (near)
      found.push({
        text: near.text,
        kind: known.kind,
        score: known.weight - COST * near.cost,
        clear: near.cost <= clearCost(word),
      })
  }
  return found
}

/** The words that nothing has, each by the likeliest; those that something has stay. */
function ofWords(words: readonly string[], ground: MeantGround): readonly Candidate[] {
  if (words.length > MOST_WORDS) return []
  const wrong = words.filter((word) => !ground.finds(queryOf(word)))
  let mended: readonly Candidate[] = [{ text: words.join(' '), kind: 'title', score: 0, clear: true }]
  for (const word of wrong) {
    const likely = distinct(ofWord(word, ground), word).slice(0, 3)
    mended = mended.flatMap((before) =>
      likely.map(({ text, kind, score, clear }) => ({
        text: before.text.replace(word, () => text),
        kind,
        score: before.score + score,
        clear: before.clear && clear,
      })),
    )
  }
  return wrong.length === 0 ? [] : mended
}

/** The likeliest first, each text once, without what was typed itself. */
function distinct(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  const keyOf = (text: string): string =>
    scanRuns(text)
      .flatMap(({ chars }) => chars)
      .join('')
  const known = new Set([keyOf(typed)])
  return candidates
    .toSorted((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))
    .filter(({ text }) => {
      const key = keyOf(text)
      if (known.has(key)) return false
      known.add(key)
      return true
    })
}
