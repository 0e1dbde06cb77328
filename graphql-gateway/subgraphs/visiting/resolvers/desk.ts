// Query.visitingDesk, VisitingDesk: everything that a library says, for those who keep it up to date.
import { permitAt } from '@shuxiang/subgraph-kit'
import type { VisitingPorts } from '../ports.ts'
import type { QueryResolvers, VisitingDeskResolvers } from '../schema/types.generated.ts'
import { eventPage, noticePage } from '../store/read.ts'
import { contactDocOf, hoursDocOf, rulesDocOf } from './library.ts'

export const action = 'visiting.manage'

/** Null for guests. */
export const visitingDesk =
  (ports: VisitingPorts): QueryResolvers['visitingDesk'] =>
  async (_, { library }, context) => {
    if (context.principal.kind === 'anonymous') return null
    await permitAt(ports, context, action, library)
    return { library }
  }

export const VisitingDesk: VisitingDeskResolvers = {
  library: ({ library }) => ({ id: library }),
  hours: async ({ library }, _args, context) => (await hoursDocOf(context, library))?.value ?? null,
  hoursRev: async ({ library }, _args, context) => (await hoursDocOf(context, library))?.rev ?? 0,
  contact: async ({ library }, _args, context) => (await contactDocOf(context, library))?.value ?? null,
  contactRev: async ({ library }, _args, context) => (await contactDocOf(context, library))?.rev ?? 0,
  lendingRules: async ({ library }, _args, context) => (await rulesDocOf(context, library))?.value ?? null,
  lendingRulesRev: async ({ library }, _args, context) => (await rulesDocOf(context, library))?.rev ?? 0,
  notices: ({ library }, { first, after }, { db, signal }) =>
    noticePage(db, { library, first: first ?? 50, after: after ?? null, signal }),
  events: ({ library }, { first, after }, { db, signal }) =>
    eventPage(db, { library, first: first ?? 50, after: after ?? null, signal }),
}
