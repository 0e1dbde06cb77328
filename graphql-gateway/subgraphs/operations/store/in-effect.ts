// Which roles count, and which have ended.
import type { Membership } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import { membershipsIn, type MembershipDoc } from './documents.ts'

export function isInEffect({ state, expires }: Pick<MembershipDoc, 'state' | 'expires'>, now: Date): boolean {
  return state === 'held' && (expires === null || now < expires)
}

/** Roles of a person that were given and not withdrawn. When one ends is told beside it, for who asks to judge. */
export async function membershipsOf(db: Db, subject: string): Promise<readonly Membership[]> {
  const docs = await membershipsIn(db)
    .find({ subject, state: 'held' }, { projection: { library: 1, role: 1, expires: 1 } })
    .toArray()
  return docs.map(({ library, role, expires }) => ({
    library,
    role,
    expires: expires === null ? null : Math.floor(expires.getTime() / 1000),
  }))
}

/** Whether anybody has a role in effect at a library. */
export async function hasStaff(db: Db, library: string, now: Date): Promise<boolean> {
  const held = membershipsIn(db).find({ library, state: 'held' }, { projection: { state: 1, expires: 1 } })
  for await (const membership of held) if (isInEffect(membership, now)) return true
  return false
}
