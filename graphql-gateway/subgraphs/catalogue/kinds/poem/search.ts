// What is searched of a poem beside what all records have: each part of a title `tune·title`.
import type { KindSearch, RecordContent } from '@shuxiang/record'

/** A lyric is asked for by its tune, by its own title and by both. */
export function search({
  title,
  alternativeTitles,
}: Pick<RecordContent, 'title' | 'alternativeTitles'>): KindSearch {
  const parts = [title, ...alternativeTitles].flatMap((one) => one.split(/[·・]/).map((part) => part.trim()))
  return { titles: parts.filter((part) => [...part].length >= 2) }
}
