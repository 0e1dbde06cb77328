/** Whether one address answers, after as many turns as browsers would take. */
import { safeUrl } from '@shuxiang/site-render/markup'
import { ask, find, type Answered, type Way } from './ask.ts'

/** Turns that are followed. */
const mostTurns = 5

/** Why a link counts as dead. `closed`: it leads to an address that is not public. */
export type DeadBecause =
  { readonly is: 'status'; readonly status: number } | { readonly is: 'away' | 'closed' | 'turns' }

/**
 * Servers that do not know HEAD say so in many ways, or drop the question: whatever is no success is asked again by GET,
 * at the addresses that were looked at.
 */
async function headThenGet(url: URL, way: Way): Promise<Answered | { readonly is: 'closed' }> {
  const server = await find(url, way)
  if (server.is !== 'server') return { is: server.is }
  const head = await ask(url, 'HEAD', server.addresses, way)
  if (head.is === 'answer' && head.status < 400) return head
  return way.signal.aborted ? head : ask(url, 'GET', server.addresses, way)
}

/** The address of a public site; null for anything else that a page may lead to. */
export function elsewhere(address: string): URL | null {
  return /^https?:/i.test(address) ? URL.parse(safeUrl(address)) : null
}

/** Statuses of a server that is there and does not want to be asked by a program. */
const wary = new Set([401, 403, 405, 406, 429, 451, 999])

/** Why the address is dead; null when it is not. */
export async function deadBecause(address: URL, way: Way): Promise<DeadBecause | null> {
  let url = address
  for (let turns = 0; turns <= mostTurns; turns++) {
    const found = await headThenGet(url, way)
    if (found.is !== 'answer') return { is: found.is }
    const { status, location } = found
    if (status < 300 || status === 304 || wary.has(status)) return null
    if (status >= 400 || location === null) return { is: 'status', status }
    // Every turn is looked at like the first address.
    const next = URL.parse(location, url.href)
    const followed = next && elsewhere(next.href)
    if (!followed) return { is: 'closed' }
    url = followed
  }
  return { is: 'turns' }
}
