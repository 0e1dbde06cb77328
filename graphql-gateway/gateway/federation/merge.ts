// Puts the fields of one answer into what is already there.
import { isObject, type JsonObject } from './json.ts'

/**
 * Deep merge in place. Lists are merged item by item, for the same list asked twice has the same items; a null never
 * replaces a value. Lists of different length keep the items of both.
 */
export function merge(target: JsonObject, source: JsonObject): JsonObject {
  for (const key in source) {
    // Assigning to this name would replace the prototype; no client can ask for it (see guards), a subgraph might send it.
    if (key === '__proto__') continue
    const value = source[key]
    const present = target[key]
    if (isObject(value) && isObject(present) && Object.hasOwn(target, key)) merge(present, value)
    else if (Array.isArray(value) && Array.isArray(present)) mergeItems(present, value)
    else if (value !== null || present === undefined || !Object.hasOwn(target, key)) target[key] = value
  }
  return target
}

function mergeItems(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, i) => {
    const present = target[i]
    if (isObject(value) && isObject(present)) merge(present, value)
    else if (Array.isArray(value) && Array.isArray(present)) mergeItems(present, value)
    else if (value !== undefined && (present === undefined || present === null)) target[i] = value
  })
}
