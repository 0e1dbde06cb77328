// What those who write a page say to each other about it: threads on the page and on its blocks, and what may become of them. Pure.
import { badInput } from '@shuxiang/subgraph-kit'
import { longestTalk, mostInThread, mostOpenThreads, mostSettledThreads } from './bounds.ts'
import type { DoneBy } from './page-marks.ts'

export interface CommentDoc extends DoneBy {
  readonly id: string
  /** Empty: its writer took it back. */
  readonly text: string
}

export interface ThreadDoc {
  /** That of the comment that began it. */
  readonly id: string
  /** Empty: on the page. A block that was taken away keeps its comments. */
  readonly block: string
  /** Oldest first. */
  readonly comments: readonly CommentDoc[]
  /** Absent: it waits for somebody. */
  readonly settled?: DoneBy
}

/** Oldest first. */
export type Talk = readonly ThreadDoc[]

const isOpen = ({ settled }: ThreadDoc): boolean => settled === undefined
const lengthOf = (talk: Talk): number =>
  talk.reduce((sum, { comments }) => sum + comments.reduce((all, { text }) => all + text.length, 0), 0)

/** The same once more changes nothing. Errors of all: BAD_USER_INPUT. */
export function begun(talk: Talk, block: string, comment: CommentDoc): Talk {
  if (talk.some(({ comments }) => comments.some(({ id }) => id === comment.id))) return talk
  return withinBounds([...talk, { id: comment.id, block, comments: [comment] }])
}

/** Who answers what was settled opens it again. */
export function answered(talk: Talk, thread: string, comment: CommentDoc): Talk {
  return changed(talk, thread, (found) => {
    if (found.comments.some(({ id }) => id === comment.id)) return found
    if (found.comments.length >= mostInThread)
      throw badInput(
        `A comment has at most ${mostInThread - 1} answers. Begin another one.`,
        'too-many-answers',
      )
    return { ...opened(found), comments: [...found.comments, comment] }
  })
}

export function settled(talk: Talk, thread: string, by: DoneBy): Talk {
  return changed(talk, thread, (found) => (isOpen(found) ? { ...found, settled: by } : found))
}

export function reopened(talk: Talk, thread: string): Talk {
  return changed(talk, thread, (found) => (isOpen(found) ? found : opened(found)))
}

/** Only its writer takes a comment back. What others answered stays; a thread in which nothing stands goes. */
export function takenBack(talk: Talk, comment: string, by: string): Talk {
  const thread = talk.find(({ comments }) => comments.some(({ id }) => id === comment))
  const found = thread?.comments.find(({ id }) => id === comment)
  if (!thread || !found) return talk
  if (found.by !== by) throw badInput('Only who wrote a comment takes it back.', 'of-another')
  const comments = thread.comments.map((one) => (one === found ? { ...one, text: '' } : one))
  if (comments.every(({ text }) => text === '')) return talk.filter((one) => one !== thread)
  return talk.map((one) => (one === thread ? { ...thread, comments } : one))
}

/** With the name of nobody where it was that of somebody who is gone. */
export function withoutName(talk: Talk, by: string): Talk {
  const unnamed = <Deed extends DoneBy>(deed: Deed): Deed => (deed.by === by ? { ...deed, name: '' } : deed)
  return talk.map((thread) => ({
    ...thread,
    comments: thread.comments.map(unnamed),
    ...(thread.settled && { settled: unnamed(thread.settled) }),
  }))
}

export const openIn = (talk: Talk): number => talk.filter(isOpen).length

/** Subjects of everybody who is named. */
export const peopleIn = (talk: Talk): string[] => [
  ...new Set(
    talk.flatMap(({ comments, settled: end }) => [...comments.map(({ by }) => by), ...(end ? [end.by] : [])]),
  ),
]

function opened({ settled: _, ...thread }: ThreadDoc): ThreadDoc {
  return thread
}

function changed(talk: Talk, id: string, change: (thread: ThreadDoc) => ThreadDoc): Talk {
  const found = talk.find((thread) => thread.id === id)
  if (!found) throw badInput('There is no such comment; its writer may have taken it back.', 'no-comment')
  const next = change(found)
  return next === found ? talk : withinBounds(talk.map((thread) => (thread === found ? next : thread)))
}

function withinBounds(talk: Talk): Talk {
  if (openIn(talk) > mostOpenThreads)
    throw badInput(
      `A page has at most ${mostOpenThreads} open comments. Settle one first.`,
      'too-many-comments',
    )
  let kept = talk
  while (kept.length - openIn(kept) > mostSettledThreads || lengthOf(kept) > longestTalk) {
    const oldest = kept
      .filter((thread) => !isOpen(thread))
      .toSorted((one, other) => (one.settled?.at.getTime() ?? 0) - (other.settled?.at.getTime() ?? 0))[0]
    if (!oldest)
      throw badInput('The comments of the page are too long. Settle one first.', 'too-many-comments')
    kept = kept.filter((thread) => thread !== oldest)
  }
  return kept
}
