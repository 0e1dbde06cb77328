/** Does what a device may refuse, such as to keep something. Null where it refuses. */
export function quietly<Value>(what: () => Value): Value | null {
  try {
    return what()
  } catch {
    return null
  }
}
