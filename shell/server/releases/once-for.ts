/** What follows from a plan alone is worked out once for it and not for every page. */

/**
 * The same answer for the same object: fit for a plan, which never changes (a newer one is another object). The answer
 * goes when the object does. For an answer that follows from two objects let the work give another such function.
 */
export function onceFor<Given extends object, Value>(work: (given: Given) => Value): (given: Given) => Value {
  const known = new WeakMap<Given, { readonly value: Value }>()
  return (given) => {
    const found = known.get(given) ?? { value: work(given) }
    known.set(given, found)
    return found.value
  }
}
