/** Sends edits of a page to the graph, and says what has become of them. */
import { GqlUnavailable, type Gql } from '@shuxiang/sdk'
import { parsePageText } from '@shuxiang/site-model'
import type { SentOp } from '../draft/draft.ts'
import { SavePage, type SavePageData } from '../operations.generated.ts'
import type { Outcome } from './saving.ts'

/** Worth trying again in a moment, by code and by reason. */
const AWAY = ['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'INTERNAL']
const LATER = ['busy', 'too-fast']

export type SavedPage = SavePageData['savePage']['page']

/** `told` hears of the page as it is stored now. */
export async function sendEdits(
  gql: Gql,
  page: string,
  {
    rev,
    ops,
    looked = [],
  }: { readonly rev: number; readonly ops: readonly SentOp[]; readonly looked?: readonly string[] },
  told: (page: SavedPage) => void,
): Promise<Outcome> {
  try {
    const { data, errors } = await gql(SavePage, {
      page,
      baseRev: rev,
      ops: ops.map(({ id, op }) => ({ id, op: JSON.stringify(op) })),
      looked: [...looked],
    })
    if (data) {
      const { page: stored, merged } = data.savePage
      const parsed = parsePageText(stored.document)
      if (!parsed.ok) return { kind: 'refused', words: parsed.faults[0]?.message ?? '' }
      told(stored)
      return { kind: 'stored', page: { rev: stored.rev, doc: parsed.value, merged } }
    }
    const [error] = errors
    if (error?.code === 'UNAUTHENTICATED') return { kind: 'signed-out' }
    if (error && (AWAY.includes(error.code) || LATER.includes(error.reason ?? '')))
      return { kind: 'no-answer' }
    return { kind: 'refused', words: error?.reason ?? error?.code ?? '' }
  } catch (error) {
    if (error instanceof GqlUnavailable) return { kind: 'no-answer' }
    throw error
  }
}
