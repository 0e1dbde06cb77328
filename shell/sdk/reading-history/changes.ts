/** Changes of what was read, as pure functions, and what follows from it: whether it is finished, where to go on. */
import { recordAddress } from '@shuxiang/vocabulary/addresses'
import {
  EMPTY,
  MOST_ALIKE,
  MOST_LIKE,
  MOST_OPENED,
  MOST_UNWANTED,
  type LikeOne,
  type Opened,
  type ReadingHistory,
} from './opened.ts'

/** A change: the history after it, the same object when nothing is to be changed. */
export type Change = (history: ReadingHistory) => ReadingHistory

const isOf =
  (recordId: string) =>
  (one: { readonly recordId: string }): boolean =>
    one.recordId === recordId

/**
 * The text stands first. Whoever came further in this chapter before goes on from there; one that was read to its end
 * begins anew.
 */
export const note =
  (now: Opened): Change =>
  (history) => {
    const former = history.opened.find(isOf(now.recordId))
    const further =
      former &&
      former.chapter === now.chapter &&
      former.text === now.text &&
      former.percent > now.percent &&
      former.percent < 100
    const { percent, anchor } = further ? former : now
    const others = history.opened.filter((one) => one !== former)
    return { ...history, opened: [{ ...now, percent, anchor }, ...others].slice(0, MOST_OPENED) }
  }

/** As `note`, of a text that is still there: one that was taken off the list meanwhile does not come back. */
export const follow =
  (now: Opened): Change =>
  (history) =>
    history.opened.some(isOf(now.recordId)) ? note(now)(history) : history

export const forget =
  (recordId: string): Change =>
  (history) => ({
    ...history,
    opened: history.opened.filter((one) => one.recordId !== recordId),
    like: history.like.filter((one) => one.recordId !== recordId),
  })

/** Puts one back that was forgotten, where it stood. */
export const bringBack =
  (opened: Opened): Change =>
  (history) =>
    history.opened.some(isOf(opened.recordId))
      ? history
      : {
          ...history,
          opened: [...history.opened, opened].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_OPENED),
        }

export const forgetAll: Change = () => EMPTY

/** Put back whole, before what was read since. */
export const bringAllBack =
  (former: ReadingHistory): Change =>
  (history) => ({
    ...former,
    opened: [
      ...history.opened,
      ...former.opened.filter(({ recordId }) => !history.opened.some(isOf(recordId))),
    ].slice(0, MOST_OPENED),
  })

export const refuse =
  (recordId: string): Change =>
  (history) => ({
    ...history,
    unwanted: [...new Set([recordId, ...history.unwanted])].slice(0, MOST_UNWANTED),
  })

export const wantAgain =
  (recordId: string): Change =>
  (history) => ({ ...history, unwanted: history.unwanted.filter((id) => id !== recordId) })

/** Keeps what is like a record that was read; of one that was forgotten meanwhile nothing. */
export const keepLike =
  (like: LikeOne): Change =>
  (history) =>
    history.opened.some(isOf(like.recordId))
      ? {
          ...history,
          like: [
            { ...like, records: like.records.slice(0, MOST_ALIKE) },
            ...history.like.filter((one) => one.recordId !== like.recordId),
          ].slice(0, MOST_LIKE),
        }
      : history

/** The whole text, or the last chapter to its end. */
export const isFinished = ({ percent, chapter, chapters }: Opened): boolean =>
  percent === 100 && (chapter === null || chapter >= chapters)

/** The chapter that is read next: the one that was left, or the one after it; null without chapters. */
export const nextChapter = ({ percent, chapter, chapters }: Opened): number | null =>
  chapter !== null && percent === 100 && chapter < chapters ? chapter + 1 : chapter

/** Where one goes on reading: the line that was left, the next chapter, or the beginning of what is finished. */
export function placeAddress(opened: Opened): string {
  const { recordId, text, anchor, percent } = opened
  const address = recordAddress(recordId, { part: nextChapter(opened), ...(text === null ? {} : { text }) })
  return anchor === null || percent === 100 ? address : `${address}#${anchor}`
}
