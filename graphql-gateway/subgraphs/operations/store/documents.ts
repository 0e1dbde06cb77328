// What the store keeps of roles at libraries, and of proposals. Each document has its whole history in itself.
import type { LibraryRole } from '@shuxiang/permissions'
import type { Db } from 'mongodb'

/** What somebody did to a document, when, and why. */
export interface Step {
  /** The state that it leads to. */
  readonly state: string
  /** Subject of the person. */
  readonly by: string
  /** User name of the person. */
  readonly name: string
  readonly at: Date
  readonly reason: string
}

/** A document that goes from state to state; each step is claimed, noted in the audit log, and then taken (`step.ts`). */
export interface SteppedDoc {
  readonly _id: string
  /** `new` while its first step was not taken: it then counts for nothing. */
  readonly state: string
  /** What somebody has begun; null when nobody has. */
  readonly next: Step | null
  /** Steps that were taken, oldest first. */
  readonly steps: readonly Step[]
  /** Goes up with each change. */
  readonly rev: number
}

/** Of one person and role at one library there is one for each time that the role was given. */
export interface MembershipDoc extends SteppedDoc {
  readonly state: 'new' | 'held' | 'withdrawn'
  readonly library: string
  readonly subject: string
  readonly username: string
  readonly role: LibraryRole
  /** Counts from 1 for one person, role and library. */
  readonly turn: number
  /** Null: without end. */
  readonly expires: Date | null
  /** Id of the proposal that was confirmed; null for what needs none. */
  readonly proposal: string | null
}

export interface ProposalDoc extends SteppedDoc {
  readonly state: 'new' | 'open' | 'confirmed' | 'declined'
  readonly library: string
  /** Subject of who is proposed. */
  readonly subject: string
  readonly username: string
  /** Counts from 1 for one person and library. */
  readonly turn: number
  /** Of the role. */
  readonly expires: Date
  /** When it was begun; orders the list. */
  readonly at: Date
}

export const membershipsIn = (db: Db) => db.collection<MembershipDoc>('memberships')
export const proposalsIn = (db: Db) => db.collection<ProposalDoc>('admin_proposals')

/** The step that led to a state; null while none has. */
export function stepTo({ steps }: Pick<SteppedDoc, 'steps'>, ...states: readonly string[]): Step | null {
  return steps.find(({ state }) => states.includes(state)) ?? null
}
