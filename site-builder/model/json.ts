/** JSON as it is stored: its type, its bounds and its one canonical spelling. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Bounds of a stored document, so that checking it takes bounded time and stack. */
export const jsonBounds = { depth: 24, values: 50_000, text: 20_000 } as const

/** Keys that reach an object's machinery in some reader of the document. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What is wrong with a value as bounded JSON, as `path: sentence`; null when nothing is. Walks without recursion.
 */
export function jsonFault(value: unknown): string | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  let seen = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const at = next.path || 'document'
    if (++seen > jsonBounds.values) return `${at}: more than ${jsonBounds.values} values; split the page`
    if (next.depth > jsonBounds.depth) return `${at}: nested deeper than ${jsonBounds.depth}`
    const found = next.value
    if (found === null || typeof found === 'boolean') continue
    if (typeof found === 'number') {
      if (!Number.isFinite(found)) return `${at}: ${found} is no JSON number`
      continue
    }
    if (typeof found === 'string') {
      if (found.length > jsonBounds.text) return `${at}: text longer than ${jsonBounds.text} characters`
      if (!found.isWellFormed()) return `${at}: text with half of a character (a lone surrogate)`
      continue
    }
    if (Array.isArray(found)) {
      if (found.length > jsonBounds.values)
        return `${at}: more than ${jsonBounds.values} values; split the page`
      found.forEach((item: unknown, n) =>
        open.push({ value: item, path: `${next.path}[${n}]`, depth: next.depth + 1 }),
      )
      continue
    }
    if (typeof found !== 'object') return `${at}: ${typeof found} is no JSON value`
    for (const [key, item] of Object.entries(found)) {
      if (forbiddenKeys.has(key)) return `${at}: the key ${key} is not allowed`
      if (key.length > 100) return `${at}: a key longer than 100 characters`
      open.push({ value: item, path: next.path ? `${next.path}.${key}` : key, depth: next.depth + 1 })
    }
  }
  return null
}

/** JSON as TypeScript sees it in checked documents: lists may be read-only, optional keys may be undefined. */
export type Storable =
  string | number | boolean | null | readonly Storable[] | { readonly [key: string]: Storable | undefined }

/** `Array.isArray` does not narrow read-only lists. */
const isList = (value: Storable): value is readonly Storable[] => Array.isArray(value)

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted by UTF-16 units, no spaces, undefined left out. Equal values
 * give equal text.
 */
export function canonicalJson(value: Storable): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const keys = Object.keys(value).sort()
  const parts = keys.flatMap((key) => {
    const item = value[key]
    return item === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(item)}`]
  })
  return `{${parts.join(',')}}`
}

/** SHA-256 of the canonical spelling in hexadecimal: the identity of a revision. */
export async function hashOf(value: Storable): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
