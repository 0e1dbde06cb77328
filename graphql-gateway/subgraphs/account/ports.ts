// What the account takes of the process that runs it. Types only.
import type { PersonalValue } from '@shuxiang/subgraph-kit/module'

export interface AccountPorts {
  /** What is kept of a person by all subgraphs that are installed, and by the identity provider. */
  readonly everythingOf: (subject: string) => Promise<Readonly<Record<string, PersonalValue>>>
  /** Rejects when the identity provider does not answer. */
  readonly isStaff: (subject: string) => Promise<boolean>
}
