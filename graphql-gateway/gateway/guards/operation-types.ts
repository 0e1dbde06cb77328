// Validation: a document may only hold kinds of operation that are served.
import { GraphQLError, type ValidationRule } from 'graphql'

const nameOf = { query: 'queries', mutation: 'mutations', subscription: 'subscriptions' }

/**
 * Refuses mutations and subscriptions that the schema lacks, which graphql-js 16 lets pass with whatever fields they
 * name, and subscriptions altogether: an answer here is one JSON object, not a stream.
 */
export const servedOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const isServed = node.operation !== 'subscription' && context.getSchema().getRootType(node.operation)
    if (!isServed)
      context.reportError(
        new GraphQLError(`There are no ${nameOf[node.operation]} here; ask with a query.`, { nodes: node }),
      )
  },
})
