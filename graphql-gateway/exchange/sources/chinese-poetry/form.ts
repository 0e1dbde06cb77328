// The form of a poem, where its shape leaves no doubt.
import { clauses } from './text.ts'
import { simplified } from './simplified.ts'

const named = ['五言绝句', '七言绝句', '五言律诗', '七言律诗', '五言古诗', '七言古诗']
/** Titles of songs and ballads: four lines of equal length are then no quatrain of the new style. */
const ballad = /[歌行谣辞曲引吟]$|古风|古意/

/**
 * Editors' tags win. Else four equal lines of five or seven characters are a quatrain; eight may be regulated verse or
 * not, which the shape alone does not tell, so they get none.
 */
export function formOf(title: string, lines: readonly string[], tags: readonly string[]): string | null {
  const tagged = named.find((form) => tags.includes(form))
  if (tagged) return tagged
  const parts = clauses(lines)
  const length = parts[0]?.length ?? 0
  if (parts.length !== 4 || parts.some((part) => part.length !== length)) return null
  if (ballad.test(simplified(title).replace(/ .*$/, ''))) return null
  return length === 5 ? '五言绝句' : length === 7 ? '七言绝句' : null
}
