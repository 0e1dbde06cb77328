/** Reading and writing one value inside plain JSON, without touching the original. */
import type { Json } from './json.ts'

type JsonObject = { [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)

/** The value at a path of keys; undefined when there is none. */
export function readAt(object: JsonObject, path: readonly string[]): Json | undefined {
  let found: Json | undefined = object
  for (const key of path) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return found
}

/**
 * A copy with the value at the path, or without it when the value is undefined. Null when a step of the path is missing
 * or no object: an edit never makes parents up, so that its inverse is exact.
 */
export function writeAt(
  object: JsonObject,
  path: readonly string[],
  value: Json | undefined,
): JsonObject | null {
  const [key, ...rest] = path
  if (key === undefined) return null
  const entries = Object.entries(object).filter(([name]) => name !== key)
  if (rest.length === 0)
    return Object.fromEntries(value === undefined ? entries : [...entries, [key, value] as const])
  const inner = Object.hasOwn(object, key) ? object[key] : undefined
  if (!isObject(inner)) return null
  const written = writeAt(inner, rest, value)
  return written && Object.fromEntries([...entries, [key, written] as const])
}
