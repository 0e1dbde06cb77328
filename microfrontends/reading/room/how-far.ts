/** How far a text was read, in a sentence; the title of its chapter stands beside it, in its own language. */
import { isFinished, nextChapter, type Opened } from '@shuxiang/sdk/reading-history'

/** `t` and `n` of the messages. */
export interface Sayer {
  t(key: string, values?: Record<string, string | number>): string
  n(value: number): string
}

export function howFar(opened: Opened, { t, n }: Sayer): string {
  const { chapter, chapters, percent } = opened
  if (isFinished(opened)) return t('row.finished')
  if (chapter === null) return t('row.percent', { percent })
  const next = nextChapter(opened) ?? chapter
  const all = n(chapters)
  return next === chapter
    ? t('row.chapter', { n: n(chapter), all, percent })
    : t('row.next', { n: n(next), all })
}

/** Title of the chapter that was left; empty where one goes on with another. */
export const partLeft = (opened: Opened): string =>
  opened.chapter !== null && nextChapter(opened) === opened.chapter ? opened.part : ''
