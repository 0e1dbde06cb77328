/** `Promise.withResolvers` (ECMAScript 2024) for engines that lag behind; keycloak-js refreshes tokens with it. */

export function provideWithResolvers(constructor: PromiseConstructor = Promise): void {
  if ('withResolvers' in constructor) return
  Object.defineProperty(constructor, 'withResolvers', {
    configurable: true,
    writable: true,
    value: withResolvers,
  })
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let settle: Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'> | null = null
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }))
  // The function above has run by now (ECMAScript, 27.2.3.1).
  if (settle === null) throw new TypeError('a promise began without its functions')
  return { promise, ...(settle as Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'>) }
}
