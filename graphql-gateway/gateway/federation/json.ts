// Objects made of JSON, as subgraphs answer them.

/** An object of JSON. Its keys may be chosen by a client (aliases), so read them with `own`. */
export interface JsonObject {
  [key: string]: unknown
}

/** True for an object that is neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property of the object itself. JSON holds no functions, so one found here is inherited, such as `toString`. */
export function own(object: JsonObject, key: string): unknown {
  const value = object[key]
  return typeof value === 'function' ? undefined : value
}
