/** Kept answers belong to one reader: signing in, signing out and another person at the same device forget them. */
import type { Portal, Session } from './contract.ts'
import type { QueryCache } from './query-cache.ts'

const readerOf = ({ status, library, name }: Session): string =>
  status === 'signed-in' ? JSON.stringify([library, name]) : ''

/** Follows one microfrontend's visits: call it at each mount, with the cache of now; the portal's signal ends it. */
export function createReadersAnswers(): (portal: Portal, queries: QueryCache) => void {
  // What the server carried was asked for by nobody.
  let reader = ''
  return (portal, queries) => {
    const look = (session: Session): void => {
      const now = readerOf(session)
      if (now !== reader) queries.clear()
      reader = now
    }
    look(portal.session)
    const end = portal.onSession(look)
    portal.signal.addEventListener('abort', end, { once: true })
  }
}
