// @apollo/server around the federation: parsing, validation, CSRF prevention, and GraphQL over HTTP.
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { Log } from '@shuxiang/subgraph-kit'
import { getOperationAST, GraphQLError, Kind, type DocumentNode, type GraphQLSchema } from 'graphql'
import { asApolloGateway, type Federation } from '../federation/gateway.ts'
import { servedOperationTypes } from '../guards/operation-types.ts'
import type { GatewayContext } from '../transport/contract.ts'
import { responseJson } from './media-type.ts'

/** How open the server is. */
export interface ApolloOptions {
  /** What it asks: a federation, or one schema with its resolvers (what benches measure a federation against). */
  readonly over: Federation | GraphQLSchema
  readonly log: Log
  /** Answers `__schema` and `__type`, and names the schema in errors. */
  readonly introspection: boolean
  /** Selections an operation may have once its fragments are opened. */
  readonly selections: number
}

/** Errors in one response at most: a bad document could otherwise cost a long one. */
const errorsShown = 20

/** A started server. Stop it with `stop()`. */
export async function startApollo({
  over,
  log,
  introspection,
  selections,
}: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const server = new ApolloServer<GatewayContext>({
    ...('supergraphSdl' in over ? { gateway: asApolloGateway(over) } : { schema: over }),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    maxRecursiveSelections: selections,
    stopOnTerminationSignals: false,
    validationOptions: { maxErrors: 5 },
    validationRules: [servedOperationTypes],
    logger: asApolloLogger(log),
    // Otherwise several of these are on by themselves; the first wraps every field and doubles the cost of a request.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      responsePlugin,
    ],
  })
  await server.start()
  return server
}

/** Codes of requests that were well-formed HTTP and JSON, but hold a document or values that GraphQL does not allow. */
const documentErrors = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'])

/**
 * GraphQL over HTTP, section 6.4.1: with `application/json` an error of the document is a 200, with
 * `application/graphql-response+json` a 400. A request that chooses no operation is a 400 with both: by a name that is not
 * there, or by a second operation without a name, which no name could choose.
 */
const responsePlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      // @apollo/server leaves this to the executor, and answers 500 when it has a gateway.
      async didResolveOperation({ operation, request }) {
        if (operation) return
        const { operationName } = request
        throw new GraphQLError(
          operationName === undefined
            ? 'The document has several operations: name one of them in operationName.'
            : `The document has no operation named "${operationName.slice(0, 100)}".`,
          { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
        )
      },
      async willSendResponse({ document, request, response }) {
        if (response.body.kind !== 'single') return
        const result = response.body.singleResult
        if (result.errors && result.errors.length > errorsShown)
          result.errors = result.errors.slice(0, errorsShown)
        const operation = document && getOperationAST(document, request.operationName)
        if (request.http?.method === 'GET' && operation && operation.operation !== 'query') {
          response.http.status = 405
          response.http.headers.set('allow', 'POST')
          return
        }
        const type = request.http?.headers.get('accept')
        if (response.http.status !== 400 || type === responseJson || 'data' in result) return
        if (document && hasOperationNobodyCanChoose(document)) return
        if (result.errors?.some((error) => documentErrors.has(String(error.extensions?.['code']))))
          response.http.status = 200
      },
    }
  },
}

function hasOperationNobodyCanChoose({ definitions }: DocumentNode): boolean {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  return operations.length > 1 && operations.some(({ name }) => name === undefined)
}

function asApolloLogger(log: Log) {
  return {
    debug: (message?: string) => log.debug({}, message),
    info: (message?: string) => log.info({}, message),
    warn: (message?: string) => log.warn({}, message),
    error: (message?: string) => log.error({}, message),
  }
}
