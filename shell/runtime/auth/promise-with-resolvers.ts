/** `Promise.withResolvers` (ECMAScript 2024) for engines that lag behind; keycloak-js refreshes tokens with it. */

/** What is needed of the constructor. */
type Engine = Partial<Pick<PromiseConstructor, 'withResolvers'>>

export function provideWithResolvers(engine: Engine = Promise): void {
  engine.withResolvers ??= withResolvers
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>['resolve'] = () => {}
  let reject: PromiseWithResolvers<T>['reject'] = () => {}
  // The function runs at once (ECMAScript, 27.2.3.1).
  const promise = new Promise<T>((...both) => ([resolve, reject] = both))
  return { promise, resolve, reject }
}
