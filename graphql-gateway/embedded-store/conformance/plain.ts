// Plain values out of test files, taken apart without trusting their shape.
/** A JSON object. */
export type Plain = Record<string, unknown>

/** Whether a value is an object that is neither a list nor a BSON value of the driver. */
export function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return (
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof Uint8Array) &&
    !('_bsontype' in value)
  )
}

/** The object under a field, or an empty one. */
export function objectIn(from: unknown, field: string): Plain {
  const value = isPlain(from) ? from[field] : undefined
  return isPlain(value) ? value : {}
}

/** The list under a field, or an empty one. */
export function listIn(from: unknown, field: string): unknown[] {
  const value = isPlain(from) ? from[field] : undefined
  return Array.isArray(value) ? value : []
}

/** The text under a field, or an empty one. */
export function textIn(from: unknown, field: string): string {
  const value = isPlain(from) ? from[field] : undefined
  return typeof value === 'string' ? value : ''
}

/** An object without some of its fields. */
export function without(from: Plain, ...fields: string[]): Plain {
  return Object.fromEntries(Object.entries(from).filter(([field]) => !fields.includes(field)))
}

/** Calls a method by name; its result is awaited. Throws when there is no such method. */
export async function call(target: unknown, method: string, ...args: unknown[]): Promise<unknown> {
  return await callNow(target, method, ...args)
}

/** Calls a method by name without awaiting. */
export function callNow(target: unknown, method: string, ...args: unknown[]): unknown {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null)
    throw new Error(`nothing to call ${method} on`)
  const found: unknown = Reflect.get(target, method)
  if (typeof found !== 'function') throw new Error(`no method ${method}`)
  const result: unknown = Reflect.apply(found, target, args)
  return result
}

/** A field of anything. */
export function get(target: unknown, field: string): unknown {
  if (typeof target !== 'object' || target === null) return undefined
  const value: unknown = Reflect.get(target, field)
  return value
}
