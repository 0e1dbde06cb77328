/** What is meant, by comparing the word with everything there is. */

import type { Meant, MeantWanted, QueryNode, SearchDoc } from '../contract.ts'
import { textsOf } from '../analysis/document.ts'
import { ladderOf } from '../query/ladder.ts'
import { whatIsMeant } from '../query/meant.ts'
import { linesNear } from '../query/meant-lines.ts'
import { passes } from './facets.ts'
import type { Live } from './find.ts'
import { matches } from './match.ts'
import { knownOf } from './suggest.ts'

export function meantFrom(live: readonly Live[], text: string, wanted: MeantWanted): readonly Meant[] {
  const open = live.filter(({ doc }) => passes(doc, wanted))
  const docs: readonly SearchDoc[] = open.map(({ doc }) => doc)
  return whatIsMeant(text, wanted.limit, {
    candidates: (word) => [
      ...docs.flatMap((doc) =>
        textsOf(doc).chapters.flatMap(({ text: chapter }) => linesNear(chapter, doc.prior, word)),
      ),
      ...knownOf(docs),
    ],
    finds(query: QueryNode) {
      const { exact, all } = ladderOf(query)
      return open.some(({ tokens }) => matches(exact, tokens) || matches(all, tokens))
    },
  })
}
