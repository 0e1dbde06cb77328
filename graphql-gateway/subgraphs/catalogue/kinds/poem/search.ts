// What is searched of a poem beside what all records have: each part of a title `tune·title`.
import type { KindSearch, RecordContent } from '@shuxiang/record'
import { tuneOf } from './tune.ts'

/** A lyric is asked for by its tune, by its own title and by both. */
export function search({
  title,
  alternativeTitles,
  form,
  subjects,
}: Pick<RecordContent, 'title' | 'alternativeTitles' | 'form' | 'subjects'>): KindSearch {
  const tune = tuneOf({ title, form, subjects })
  const parts = [title, ...alternativeTitles].flatMap((one) => one.split(/[·・]/).map((part) => part.trim()))
  return {
    titles: parts.filter((part) => [...part].length >= 2),
    ...(tune === null ? {} : { facets: { tune: [{ value: tune, label: tune }] } }),
  }
}
