// Notes the device of a session when it asks something, so that its reader knows it in the list of where they are signed in.
import type { Person } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import { agentOf } from './agent.ts'
import { devicesIn } from './documents.ts'

/** Milliseconds between two notes of one session: what is told is told by the minute. */
const every = 5 * 60_000
/** Sessions remembered as noted; the others are noted again. */
const remembered = 10_000

/** `now` in milliseconds since 1970. Never throws and is not waited for: a reader is served without it. */
export function createDeviceNotes(
  db: Db,
  now: () => number,
  failed: (error: unknown) => void,
): (person: Pick<Person, 'sessionId' | 'subject'>, agent: string | undefined) => void {
  const noted = new Map<string, number>()
  return ({ sessionId, subject }, agent) => {
    const at = now()
    if (at - (noted.get(sessionId) ?? 0) < every) return
    noted.delete(sessionId)
    if (noted.size >= remembered) noted.delete(noted.keys().next().value ?? '')
    noted.set(sessionId, at)
    devicesIn(db)
      .updateOne(
        { _id: sessionId },
        {
          $setOnInsert: { owner: subject, firstSeen: new Date(at) },
          $set: { ...agentOf(agent), lastSeen: new Date(at) },
        },
        { upsert: true },
      )
      .catch((error: unknown) => {
        noted.delete(sessionId)
        failed(error)
      })
  }
}
