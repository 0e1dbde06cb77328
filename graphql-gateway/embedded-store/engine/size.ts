// How much memory a value takes, for the limits of stages and loops.
import type { Value } from '../bson/values.ts'

/** About how many bytes of memory a value takes; counting ends past `most`, as shared parts can be endless. */
export function sizeOf(value: Value, most = Infinity): number {
  if (typeof value === 'string') return 16 + value.length * 2
  if (!(value instanceof Map) && !Array.isArray(value))
    return typeof value === 'object' && value !== null ? 48 : 8
  let bytes = 64
  if (Array.isArray(value)) {
    for (const inner of value) {
      bytes += 8 + sizeOf(inner, most - bytes)
      if (bytes > most) break
    }
    return bytes
  }
  for (const [key, inner] of value) {
    bytes += 32 + key.length + sizeOf(inner, most - bytes)
    if (bytes > most) break
  }
  return bytes
}
