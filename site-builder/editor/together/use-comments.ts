/** What is done with comments: sent to the store, whose answer is what the desk shows. */
import { usePortal, type GqlResult } from '@shuxiang/sdk'
import {
  AnswerComment,
  CommentOnPage,
  ReopenComment,
  SettleComment,
  TakeBackComment,
} from '../operations-later.generated.ts'
import type { PageCommentsData } from '../operations.generated.ts'
import { useTogether } from './together-store.ts'

type Comments = NonNullable<PageCommentsData['pageComments']>

/** Reasons for which there are words, below `unsent.`. */
const said = ['comment-length', 'comment-characters', 'too-many-comments', 'too-many-answers', 'no-comment']
const signedOut = ['UNAUTHENTICATED', 'STEP_UP_REQUIRED', 'SIGN_IN_AGAIN']

/** Why something was not done, as a key below `unsent.`; null: it was. */
export type Trouble = string | null

export function useComments() {
  const { gql } = usePortal()
  const together = useTogether()

  /** Asked for with the page that it is about: it may be another one when the answer comes. */
  async function done<Data>(
    page: string | null,
    ask: (page: string) => Promise<GqlResult<Data>>,
    of: (data: Data) => Comments,
  ): Promise<Trouble> {
    if (page === null) return 'failed'
    const answer = await ask(page).catch(() => null)
    if (answer === null) return 'away'
    if (answer.data) {
      together.setComments(page, of(answer.data))
      return null
    }
    const { code = '', reason = '' } = answer.errors[0] ?? {}
    if (said.includes(reason)) return reason
    if (signedOut.includes(code)) return 'signed-out'
    return code === 'FORBIDDEN' ? 'forbidden' : code === 'SERVICE_UNAVAILABLE' ? 'away' : 'failed'
  }
  /** Words are sent from where they stand: nobody is led away from them. */
  const stays = { stays: true }
  return {
    begin: (block: string | null, key: string, text: string) =>
      done(
        together.page,
        (page) => gql(CommentOnPage, { page, key, block, text }, stays),
        (data) => data.commentOnPage,
      ),
    answer: (thread: string, key: string, text: string) =>
      done(
        together.page,
        (page) => gql(AnswerComment, { page, thread, key, text }, stays),
        (data) => data.answerComment,
      ),
    settle: (thread: string) =>
      done(
        together.page,
        (page) => gql(SettleComment, { page, thread }, stays),
        (data) => data.settleComment,
      ),
    reopen: (thread: string) =>
      done(
        together.page,
        (page) => gql(ReopenComment, { page, thread }, stays),
        (data) => data.reopenComment,
      ),
    takeBack: (comment: string) =>
      done(
        together.page,
        (page) => gql(TakeBackComment, { page, comment }, stays),
        (data) => data.takeBackComment,
      ),
  }
}
