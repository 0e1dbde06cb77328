/** What there is to read in a value of a page: its texts, without what only programs understand. */

/** As texts by language are named. */
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Values that come as JSON; what is none says nothing. */
export function valueOf(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}

/**
 * Each text of a value, in one language where there are several: `locale`, else Chinese, else any. A bare text counts only
 * where `isText` says so: others are names and settings.
 */
export function sayable(value: unknown, locale: string, isText: boolean): readonly string[] {
  if (typeof value === 'string') return isText && value.trim() !== '' ? [value.trim()] : []
  if (Array.isArray(value)) return value.flatMap((each) => sayable(each, locale, isText))
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  if (isTexts(entries)) {
    const chosen = [locale, 'zh-CN'].find((tag) => entries.some(([key]) => key === tag)) ?? entries[0]?.[0]
    return sayable(entries.find(([key]) => key === chosen)?.[1], locale, true)
  }
  const runs = entries.find(([key]) => key === 'runs')?.[1]
  if (Array.isArray(runs)) return joined(runs)
  // Lists in running text have runs without the name.
  const items = entries.find(([key]) => key === 'items')?.[1]
  if (Array.isArray(items) && items.every(Array.isArray)) return items.flatMap(joined)
  return entries.flatMap(([, each]) => sayable(each, locale, false))
}

const isTexts = (entries: readonly [string, unknown][]): boolean =>
  entries.length > 0 &&
  entries.every(([key, text]) => TAG.test(key) && (typeof text === 'string' || Array.isArray(text)))

/** Pieces of one line. */
function joined(runs: readonly unknown[]): readonly string[] {
  const line = runs
    .map((run) => (typeof run === 'object' && run !== null && 'text' in run ? String(run.text) : ''))
    .join('')
    .trim()
  return line === '' ? [] : [line]
}
