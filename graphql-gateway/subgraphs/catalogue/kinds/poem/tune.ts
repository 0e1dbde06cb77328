// The tune to which a lyric is written: 水调歌头.
import type { RecordContent } from '@shuxiang/record'

/** A lyric has its tune among its subjects, and its title begins with it. Null for any other poem. */
export function tuneOf({
  form,
  title,
  subjects,
}: Pick<RecordContent, 'form' | 'title' | 'subjects'>): string | null {
  if (form !== '词') return null
  return subjects.find(({ label }) => title === label || title.startsWith(`${label}·`))?.label ?? null
}
