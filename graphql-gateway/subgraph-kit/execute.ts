// Runs operations against a subgraph in this process; parsed documents are kept, for the gateway repeats them.
import { execute, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Subgraph, SubgraphExecutor } from './contract.ts'
import { withCause } from './errors.ts'

/** Documents kept per subgraph; the gateway's plans yield some hundreds. */
const keptDocuments = 1000

/** An executor for a subgraph. It never throws; a document that does not fit the schema gives GRAPHQL_VALIDATION_FAILED. */
export function createExecutor(subgraph: Subgraph): SubgraphExecutor {
  const documents = new LRUCache<string, DocumentNode>({ max: keptDocuments })
  const documentOf = (query: string): DocumentNode => {
    const kept = documents.get(query)
    if (kept) return kept
    const document = parse(query, { noLocation: true })
    const problems = validate(subgraph.schema, document, undefined, { maxErrors: 5 })
    if (problems[0])
      throw new GraphQLError(problems[0].message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })
    documents.set(query, document)
    return document
  }
  return async (query, variables, context): Promise<ExecutionResult> => {
    try {
      const result = await execute({
        schema: subgraph.schema,
        document: documentOf(query),
        variableValues: variables,
        contextValue: context,
      })
      return result.errors
        ? { ...result, errors: result.errors.map((error) => withCause(error, context.log)) }
        : result
    } catch (error) {
      return {
        errors: [
          error instanceof GraphQLError
            ? error
            : new GraphQLError(`Subgraph ${subgraph.name} failed.`, {
                originalError: error instanceof Error ? error : new Error(String(error)),
              }),
        ],
      }
    }
  }
}
