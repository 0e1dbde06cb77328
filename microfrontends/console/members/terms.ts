/** On what terms a role is given, as people type them. */
import type { MembersData } from '../operations.generated.ts'

export type Member = NonNullable<MembersData['members']>['edges'][number]['node']

// A type and no interface: it is read as a record of texts.
export type Terms = {
  readonly username: string
  readonly role: Member['role']
  readonly reason: string
  /** The last day on which it counts. */
  readonly day: string
}
