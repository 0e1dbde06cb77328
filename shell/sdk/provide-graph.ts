/** A part of a page whose graph is another one than the portal's, such as a place to practise in. */
import { provide } from 'vue'
import { contextKey, useContext } from './context.ts'
import type { Gql, Portal } from './contract.ts'
import type { QueryCache } from './query-cache.ts'

/** Each question is asked anew: the graph is as near as a cache would be. */
const nothingKept: QueryCache = { get: () => null, set() {}, clear() {}, dehydrate: () => ({}) }

/**
 * Everything below the component that calls it asks `graph`, which may hand on what it does not know. Nothing that the page
 * has kept of the portal's own answers is shown there. Call it in setup().
 */
export function provideGraph(graph: (portals: Gql) => Gql): void {
  const context = useContext('provideGraph')
  const { portal } = context
  // Its session and the rest stay what they are, and change as they do.
  const own: Portal = Object.create(portal, { gql: { value: graph(portal.gql), enumerable: true } })
  provide(contextKey, { ...context, portal: own, queries: nothingKept })
}
