// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { KeptEntry } from '@shuxiang/audit/contract'
import type { Connection } from '@shuxiang/subgraph-kit'
import type { Person } from '@shuxiang/permissions'
import type { RegistryCard } from '../cards/ports.ts'
import type { Mapping } from '../cards/reading/rows.ts'
import type { CardListDoc } from '../cards/store/documents.ts'
import type { InvitationDoc } from '../invitations/documents.ts'
import type { MembershipDoc, ProposalDoc, Step } from '../store/documents.ts'

/** With the memberships that are in effect. */
export type StaffMapper = Person
export type { MembershipDoc as MembershipMapper } from '../store/documents.ts'
export type MembershipConnectionMapper = Connection<MembershipDoc>
export type AdminProposalMapper = ProposalDoc
export type DecidedMapper = Step
/** `names`: user names by lasting id, of those in the entries. */
export type AuditEntryMapper = KeptEntry & { readonly names: ReadonlyMap<string, string> }

export type {
  CardListDoc as CardListMapper,
  CardLineDoc as CardListLineMapper,
} from '../cards/store/documents.ts'
export type CardListProblemMapper = NonNullable<CardListDoc['problem']>
export type CardListMappingMapper = Mapping
export type LibraryCardMapper = RegistryCard
export type InvitationMapper = InvitationDoc
export type InvitationSeenMapper = InvitationDoc
