/** Sends edits of a page to the graph, and says what has become of them. */
import { GqlUnavailable, type Gql } from '@shuxiang/sdk'
import { parsePageText } from '@shuxiang/site-model'
import { SavePage, type SavePageData } from '../operations.generated.ts'
import type { Outcome, Sending } from './saving.ts'

/** Worth trying again in a moment, by code and by reason. */
const AWAY = ['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'INTERNAL']
const LATER = ['busy', 'too-fast']
const SIGNED_OUT = ['UNAUTHENTICATED', 'STEP_UP_REQUIRED', 'SIGN_IN_AGAIN']
/** One of the edits is the reason. */
const OF_AN_EDIT = ['op', 'op-refused', 'faults', 'locked', 'too-long']
/** Reasons for which there are words, below `refused.`. */
const SAID = ['clashes', 'no-page']

export type SavedPage = SavePageData['savePage']['page']

/** `told` hears of the page as it is stored now. */
export async function sendEdits(
  gql: Gql,
  page: string,
  { rev, ops, looked }: Sending,
  told: (page: SavedPage) => void,
): Promise<Outcome> {
  try {
    const { data, errors } = await gql(
      SavePage,
      {
        page,
        baseRev: rev,
        ops: ops.map(({ id, op }) => ({ id, op: JSON.stringify(op) })),
        looked: [...looked],
      },
      // What is saved by itself leads nobody away from what they write.
      { stays: true },
    )
    if (data) {
      const { page: stored, merged } = data.savePage
      const parsed = parsePageText(stored.document)
      if (!parsed.ok) return { kind: 'refused', why: 'other' }
      told(stored)
      return { kind: 'stored', page: { rev: stored.rev, doc: parsed.value, merged } }
    }
    const { code = '', reason = '' } = errors[0] ?? {}
    if (SIGNED_OUT.includes(code)) return { kind: 'signed-out' }
    if (AWAY.includes(code) || LATER.includes(reason)) return { kind: 'no-answer' }
    if (reason === 'base') return { kind: 'too-old' }
    if (OF_AN_EDIT.includes(reason)) return { kind: 'edit-refused' }
    return {
      kind: 'refused',
      why: SAID.includes(reason) ? reason : code === 'FORBIDDEN' ? 'forbidden' : 'other',
    }
  } catch (error) {
    if (error instanceof GqlUnavailable) return { kind: 'no-answer' }
    throw error
  }
}
