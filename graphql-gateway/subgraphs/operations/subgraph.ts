// Roles at libraries and the audit log, in the graph: schema and resolvers put together.
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections, name, typeDefs } from './declared.ts'
import type { OperationsPorts } from './ports.ts'
import { issueCardCodes } from './resolvers/cards/codes.ts'
import {
  addCardListPart,
  answerCardList,
  beginCardList,
  giveUpCardList,
  importCardList,
  readCardList,
} from './resolvers/cards/mutations.ts'
import { cardList, cardLists, libraryCards } from './resolvers/cards/queries.ts'
import { cardTypes } from './resolvers/cards/types.ts'
import { nowOf } from './resolvers/deed.ts'
import { acceptInvitation, declineInvitation, openInvitation } from './resolvers/invitations/guest.ts'
import { invitations, invite, revokeInvitation } from './resolvers/invitations/staff.ts'
import { invitationTypes } from './resolvers/invitations/types.ts'
import { confirmAdmin, declineAdmin, proposeAdmin } from './resolvers/mutation/admins.ts'
import { grantRole, withdrawRole } from './resolvers/mutation/roles.ts'
import { placeOf } from './resolvers/place-of.ts'
import { roleNames } from './resolvers/names.ts'
import { auditEntries, personDetails } from './resolvers/query/audit-entries.ts'
import { adminProposals, members } from './resolvers/query/lists.ts'
import { Staff, staff } from './resolvers/query/staff.ts'
import type { Resolvers } from './schema/types.generated.ts'
import { stepTo, type SteppedDoc, type Step } from './store/documents.ts'
import { isInEffect } from './store/in-effect.ts'
import { hasLapsed } from './store/propose.ts'

/** The subgraph of who has which role at which library. */
export function createOperations(ports: OperationsPorts): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections,
    actions: {
      'Query.staff': 'own.manage',
      'Query.members': 'member.read',
      'Query.adminProposals': 'member.read',
      'Query.auditEntries': 'audit.read',
      'Mutation.grantRole': 'member.grant',
      'Mutation.withdrawRole': 'member.grant',
      'Mutation.proposeAdmin': 'admin.propose',
      'Mutation.confirmAdmin': 'admin.grant',
      'Mutation.declineAdmin': 'admin.propose',
      'Query.cardLists': 'card.read',
      'Query.cardList': 'card.read',
      'Query.libraryCards': 'card.read',
      'Mutation.beginCardList': 'card.import',
      'Mutation.addCardListPart': 'card.import',
      'Mutation.readCardList': 'card.import',
      'Mutation.answerCardList': 'card.import',
      'Mutation.importCardList': 'card.import',
      'Mutation.giveUpCardList': 'card.import',
      'Mutation.issueCardCodes': 'card.import',
      'Query.invitations': 'member.read',
      'Mutation.invite': 'member.grant',
      'Mutation.revokeInvitation': 'member.grant',
      'Mutation.openInvitation': 'invitation.open',
      'Mutation.acceptInvitation': 'invitation.accept',
      'Mutation.declineInvitation': 'invitation.open',
    },
    resolvers: {
      Query: {
        staff,
        members: members(ports),
        adminProposals: adminProposals(ports),
        auditEntries: auditEntries(ports),
        cardLists: cardLists(ports),
        cardList,
        libraryCards: libraryCards(ports),
        invitations: invitations(ports),
      },
      Mutation: {
        grantRole: grantRole(ports),
        withdrawRole,
        proposeAdmin: proposeAdmin(ports),
        confirmAdmin,
        declineAdmin,
        beginCardList: beginCardList(ports),
        addCardListPart,
        readCardList,
        answerCardList,
        importCardList,
        giveUpCardList,
        issueCardCodes: issueCardCodes(ports),
        invite: invite(ports),
        revokeInvitation,
        openInvitation,
        acceptInvitation,
        declineInvitation,
      },
      Staff,
      ...cardTypes,
      ...invitationTypes,
      Membership: {
        id: ({ _id }) => _id,
        place: ({ library }) => placeOf(library),
        role: ({ role }) => roleNames[role],
        state: (doc, _args, context) =>
          doc.state === 'withdrawn' ? 'WITHDRAWN' : isInEffect(doc, nowOf(context)) ? 'IN_EFFECT' : 'EXPIRED',
        expires: ({ expires }) => expires?.toISOString() ?? null,
        granted: (doc) => taken(doc, 'held'),
        withdrawn: (doc) => stepTo(doc, 'withdrawn'),
      },
      AdminProposal: {
        id: ({ _id }) => _id,
        place: ({ library }) => placeOf(library),
        state: (doc, _args, context) =>
          doc.state === 'confirmed'
            ? 'CONFIRMED'
            : doc.state === 'declined'
              ? 'DECLINED'
              : hasLapsed(doc, nowOf(context))
                ? 'LAPSED'
                : 'OPEN',
        expires: ({ expires }) => expires.toISOString(),
        proposed: (doc) => taken(doc, 'open'),
        decided: (doc) => stepTo(doc, 'confirmed', 'declined'),
        mine: (doc, _args, { principal }) =>
          principal.kind === 'person' && stepTo(doc, 'open')?.by === principal.subject,
      },
      // Whose account was deleted is left as a subject.
      Decided: { username: ({ name, by }) => name || by, at: ({ at }) => at.toISOString() },
      AuditEntry: {
        place: ({ library }) => (library === null ? null : placeOf(library)),
        at: ({ at }) => at.toISOString(),
        outcome: ({ outcome }) => (outcome === 'done' ? 'DONE' : 'REFUSED'),
        username: ({ actor, names }) => names.get(actor) ?? null,
        details: ({ details, names }) =>
          Object.entries(details ?? {}).map(([detail, value]) => ({
            name: detail,
            value: String(value),
            username: personDetails.includes(detail) ? (names.get(String(value)) ?? null) : null,
          })),
      },
    },
  })
}

/** Every document that is shown has taken its first step. */
function taken(doc: SteppedDoc, state: string): Step {
  const step = stepTo(doc, state)
  if (!step) throw new Error(`The document ${doc._id} does not tell how it became ${state}.`)
  return step
}
