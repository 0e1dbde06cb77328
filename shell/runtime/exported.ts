/** What a module of a microfrontend has as its default export. */

/** `Shape` is that of contract number 1; `names` are its functions. Throws when one of them is missing. */
export function exported<Shape>(
  module: unknown,
  address: string,
  ...names: readonly (keyof Shape & string)[]
): Shape {
  // Any module may be imported; what it exports is looked at here.
  const found = (module as { readonly default?: Record<string, unknown> | null } | null)?.default
  // Its functions are there; what they take, the contract says.
  if (names.every((name) => typeof found?.[name] === 'function')) return found as Shape
  throw new Error(`the default export of ${address} has no ${names.join(', ')}`)
}
