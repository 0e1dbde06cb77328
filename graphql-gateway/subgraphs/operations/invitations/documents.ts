// What the store keeps of invitations to roles, and of wrong codes.
import type { LibraryRole } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import type { SteppedDoc } from '../store/documents.ts'

export interface InvitationDoc extends SteppedDoc {
  readonly state: 'new' | 'open' | 'accepted' | 'declined' | 'revoked'
  readonly library: string
  readonly role: LibraryRole
  /** Who is meant, in words of the inviter. */
  readonly guest: string
  /** The inviter's right: as one of the nation, or by their own role at the library, which must still hold at the answer. */
  readonly as: 'nation' | 'branch-admin'
  /** Of the role. */
  readonly expires: Date
  readonly at: Date
  /** Until when the code serves. */
  readonly until: Date
  /** Of the code, which is kept nowhere. */
  readonly digest: string
}

/** Wrong codes of an account, or of everybody together. */
export interface TriesDoc {
  readonly _id: string
  readonly count: number
  readonly until: Date
}

export const invitationsIn = (db: Db) => db.collection<InvitationDoc>('invitations')
export const triesIn = (db: Db) => db.collection<TriesDoc>('invitation_tries')

/** Whether nobody has answered in time. */
export function hasLapsed({ state, until }: Pick<InvitationDoc, 'state' | 'until'>, now: Date): boolean {
  return state === 'open' && until <= now
}
