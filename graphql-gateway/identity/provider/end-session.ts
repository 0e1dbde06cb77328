// The end of a session: its clients are told, its tokens die.
import type Provider from 'oidc-provider'
import type { SessionStore } from '../sessions/store.ts'
import type { Telling } from './telling.ts'

export interface EndSession {
  /** False when there is no such session. */
  (uid: string): Promise<boolean>
}

/** Milliseconds that somebody who signs out waits for clients to be told; the telling itself may take longer. */
const waitForClients = 1_000

export function createEndSession(provider: Provider, store: SessionStore, telling: Telling): EndSession {
  return async (uid) => {
    const session = await provider.Session.findByUid(uid)
    if (session === undefined) return false
    const clients = Object.entries(session.authorizations ?? {})
    const { accountId } = session
    // Before the session goes: afterwards nobody knows any more whom to tell.
    if (accountId !== undefined)
      await telling.note(
        uid,
        accountId,
        clients.map(([clientId]) => clientId),
      )
    await session.destroy()
    for (const [, { grantId }] of clients) if (grantId !== undefined) await store.revokeGrant(grantId)
    if (accountId === undefined) return true
    const told = telling.tell(uid)
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise((resolve) => (timer = setTimeout(resolve, waitForClients)))
    await Promise.race([told, enough])
    clearTimeout(timer)
    return true
  }
}

/** Ends every session of an account, but one where it is named; however many there are, which are listed in parts. */
export async function endSessionsOf(
  { sessions, endSession }: { readonly sessions: SessionStore; readonly endSession: EndSession },
  accountId: string,
  but?: string,
): Promise<void> {
  const left = new Set(but === undefined ? [] : [but])
  for (;;) {
    const uids = (await sessions.sessionsOf(accountId)).flatMap(({ uid }) =>
      uid === undefined || left.has(uid) ? [] : [uid],
    )
    if (uids.length === 0) return
    for (const uid of uids) left.add(uid)
    await Promise.all(uids.map((uid) => endSession(uid)))
  }
}
