/** Kept answers belong to one reader: signing in, signing out and another person at the same device forget them. */
import type { Portal, Session } from './contract.ts'
import type { QueryCache } from './query-cache.ts'

const readerOf = ({ status, library, name }: Session): string =>
  status === 'signed-in' ? JSON.stringify([library, name]) : ''

/**
 * Follows the visits of one microfrontend, of which several may be under way: call it at each mount, with the cache of
 * now; the portal's signal ends it.
 */
export function createReadersAnswers(): (portal: Portal, queries: QueryCache) => void {
  // What the server carried was asked for by nobody.
  let reader = ''
  let latest: QueryCache | null = null
  const followed = new Set<QueryCache>()
  return (portal, queries) => {
    latest = queries
    followed.add(queries)
    const look = (session: Session): void => {
      const now = readerOf(session)
      if (now !== reader) for (const each of followed) each.clear()
      reader = now
    }
    look(portal.session)
    const end = portal.onSession(look)
    const leave = (): void => {
      end()
      // The latest outlives the visit and is met again at the next.
      if (queries !== latest) followed.delete(queries)
    }
    portal.signal.addEventListener('abort', leave, { once: true })
  }
}
