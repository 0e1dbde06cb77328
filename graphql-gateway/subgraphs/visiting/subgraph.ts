// What libraries say of visiting them, in the graph: schema and resolvers put together.
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections, name, typeDefs } from './declared.ts'
import type { VisitingPorts } from './ports.ts'
import { action as onFeedback, deeds, Feedback, feedback, sendFeedback } from './feedback/resolvers.ts'
import { changes } from './resolvers/changes.ts'
import { action, visitingDesk, VisitingDesk } from './resolvers/desk.ts'
import { hoursTypes } from './resolvers/hours.ts'
import { Library, libraryReferences } from './resolvers/library.ts'
import { sayingTypes } from './resolvers/sayings.ts'
import type { Resolvers } from './schema/types.generated.ts'

/** The subgraph of opening hours, notices, contacts, lending rules and events of libraries, and of what readers write to them. */
export function createVisiting(ports: VisitingPorts): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections,
    actions: {
      'Query.visitingDesk': action,
      'Mutation.setHours': action,
      'Mutation.setContact': action,
      'Mutation.setLendingRules': action,
      'Mutation.putNotice': action,
      'Mutation.withdrawNotice': action,
      'Mutation.putEvent': action,
      'Mutation.withdrawEvent': action,
      'Mutation.sendFeedback': 'feedback.send',
      'Query.feedback': onFeedback,
      'Mutation.settleFeedback': onFeedback,
      'Mutation.reopenFeedback': onFeedback,
      'Mutation.eraseFeedback': onFeedback,
    },
    resolvers: {
      Query: {
        here: (_, _args, { tenant }) => (tenant === null ? null : { id: tenant }),
        visitingDesk: visitingDesk(ports),
        feedback: feedback(ports),
      },
      Mutation: { ...changes(ports), sendFeedback: sendFeedback(ports), ...deeds },
      Feedback,
      Library: { __resolveReferences: libraryReferences, ...Library },
      VisitingDesk,
      ...hoursTypes,
      ...sayingTypes,
    },
  })
}
