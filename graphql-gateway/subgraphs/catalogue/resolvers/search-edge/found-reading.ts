// The text of a work that a hit shows: of several the one that has most of what was asked for.
import type { Paragraph } from '@shuxiang/record'
import { SNIPPET_BEFORE, type TextRun } from '@shuxiang/search/contract'
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { RecordDoc, WitnessDoc } from '../../model/record.ts'
import { witnessesById } from '../loaders.ts'
import { snippetLength } from '../search-page.ts'
import type { SearchEdge } from './edge.ts'
import { leadingChapter } from './leading-chapter.ts'

/** What must be read of a record to know it. */
export const readingNeeds = ['_id', 'witnessCount'] as const satisfies readonly (keyof RecordDoc)[]

export interface FoundReading {
  readonly text: readonly Paragraph[]
  /** What has it; null for the record itself. */
  readonly witness: WitnessDoc | null
}

type Edge = SearchEdge<Pick<RecordDoc, (typeof readingNeeds)[number]>>

const known = new WeakMap<Edge, Promise<FoundReading>>()

/**
 * The record's own text, and that of a witness only where it has more of what was asked for. Looked for once a hit: its
 * snippet, where that is from, and its address go by the same text.
 */
export function foundReading(edge: Edge, context: SubgraphContext): Promise<FoundReading> {
  const found = known.get(edge) ?? findReading(edge, context)
  known.set(edge, found)
  return found
}

async function findReading(edge: Edge, context: SubgraphContext): Promise<FoundReading> {
  const { node, hit, asked, text } = edge
  let best: FoundReading = { text, witness: null }
  // Who typed the title wants the work.
  const quoting = asked.trim() !== '' && hit.tier !== 'exact'
  if (!quoting || !node.witnessCount || leadingChapter(hit)) return best
  let most = markedIn(around(edge, text))
  for (const witness of (await witnessesById(context, node._id))?.witnesses ?? []) {
    const marked = markedIn(around(edge, witness.paragraphs))
    if (marked <= most) continue
    best = { text: witness.paragraphs, witness }
    most = marked
  }
  return best
}

/** The piece of a text with most of what was asked for. */
export function around(
  { asked, page }: Pick<SearchEdge<unknown>, 'asked' | 'page'>,
  text: readonly Pick<Paragraph, 'text'>[],
): readonly TextRun[] {
  const whole = text.map((paragraph) => paragraph.text).join('')
  if (whole === '') return []
  const options = { maxLength: snippetLength, mostBefore: SNIPPET_BEFORE, field: 'body' } as const
  return page.search.highlight(asked, whole, options)
}

/** How much of a snippet is what was asked for, in UTF-16 units. */
export function markedIn(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text, marked }) => sum + (marked ? text.length : 0), 0)
}
