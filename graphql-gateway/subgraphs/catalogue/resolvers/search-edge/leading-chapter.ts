// The chapter that a hit leads to.
import type { ChapterHit, SearchHit } from '@shuxiang/search/contract'

/** Null when the work itself is what was looked for. */
export function leadingChapter({ inside }: SearchHit): ChapterHit | null {
  return inside?.leads ? (inside.first[0] ?? null) : null
}
