// The executor as @apollo/server knows it: a `GatewayInterface` over one supergraph.
import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import type { Person } from '@shuxiang/permissions'
import {
  execute,
  getVariableValues,
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { createAuthorize } from '../authorization/authorize.ts'
import { refusalErrors, type RefusedPlace } from '../authorization/refused.ts'
import { requirementsOf } from '../authorization/requirements.ts'
import { cachePolicies } from '../cache/policy.ts'
import { buildApiSchema } from '../supergraph/api-schema.ts'
import { supertypesOf } from '../supergraph/supertypes.ts'
import type { GatewayContext, Transport } from '../transport/contract.ts'
import { fieldNamesOf, responseKey } from './aliases.ts'
import type { PresentError } from './errors.ts'
import type { JsonObject } from './json.ts'
import { pathsTo } from './path.ts'
import { createPlanner } from './planner.ts'
import { createPreparer, type Prepared } from './prepare.ts'
import { project, type NullViolation } from './project.ts'
import { run, type Execution } from './run.ts'

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway']
type LoadOrUpdate = Parameters<NonNullable<GatewayInterface>['onSchemaLoadOrUpdate']>[0]

/** What a federation is made of. */
export interface FederationOptions {
  readonly supergraphSdl: string
  readonly send: Transport
  readonly present: PresentError
  /**
   * Whether a null that no subgraph explained gets an error of its own, as the specification asks; other routers leave
   * it silent, and suites written for them expect that.
   */
  readonly nulls: 'explained' | 'silent'
  /** Plans kept in memory; 2,000 unless told. */
  readonly plans?: number
  /** Milliseconds since 1970; decides whether a second factor is fresh. The clock of the machine unless told. */
  readonly now?: () => number
  /** Called with what was refused to a person for want of a role: once for each `Type.field`. Never rejects. */
  readonly noteRefusals?: (
    places: readonly string[],
    person: Person,
    context: GatewayContext,
  ) => Promise<void>
}

/** One operation of a client. `key` identifies the document. */
export interface FederatedOperation {
  readonly key: string
  readonly operation: OperationDefinitionNode
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: GatewayContext
}

/** A supergraph that can be asked. */
export interface Federation {
  readonly schema: GraphQLSchema
  readonly supergraphSdl: string
  /** Runs an operation that is valid for `schema`. Never throws: what goes wrong is in `errors`. */
  execute(operation: FederatedOperation): Promise<ExecutionResult>
}

/** Builds the federation of one supergraph. Errors: `Error` for SDL that is not a supergraph. */
export function createFederation({
  supergraphSdl,
  send,
  present,
  nulls,
  plans = 2000,
  now = Date.now,
  noteRefusals = async () => {},
}: FederationOptions): Federation {
  const planner = createPlanner(supergraphSdl)
  const schema = buildApiSchema(planner.apiSdl)
  const supergraph = parse(supergraphSdl, { noLocation: true })
  const isSubtype = supertypesOf(supergraph)
  const requirements = requirementsOf(supergraph, schema, isSubtype)
  const prepare = createPreparer({
    authorize: createAuthorize(schema, requirements, now),
    planner,
    isSubtype,
    fieldNames: fieldNamesOf(supergraph),
    policyOf: cachePolicies(supergraph, schema),
    keep: plans,
  })
  return {
    schema,
    supergraphSdl,
    async execute({ key, operation, document, variables: given, context }) {
      const coerced = getVariableValues(
        schema,
        operation.variableDefinitions ?? [],
        { ...given },
        { maxErrors: 5 },
      )
      if (coerced.errors) return { errors: coerced.errors.map(badVariable) }
      const prepared = await prepare(key, operation, document, coerced.coerced, context.principal).catch(
        (error: unknown) => notPlanned(error, context),
      )
      if (prepared instanceof GraphQLError) return { errors: [prepared] }
      if (prepared.personal) context.outcome.personal = true
      const execution = {
        variables: coerced.coerced,
        given,
        context,
        isSubtype,
        send,
        present,
        data: {},
        errors: [],
      }
      const { refused, ...result } = await answer(prepared, execution, schema, nulls)
      const withheld = refused.filter(({ reason }) => reason === 'role').map(({ place }) => place)
      if (withheld.length > 0 && context.principal.kind === 'person')
        await noteRefusals([...new Set(withheld)], context.principal, context)
      if (!result.errors) context.outcome.cachePolicy = prepared.policy
      return result
    },
  }
}

/** The seam of @apollo/server: schema and executor. One federation for the life of the gateway. */
export function asApolloGateway(federation: Federation): NonNullable<GatewayInterface> {
  let announce: LoadOrUpdate | null = null
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback
      return () => {
        announce = null
      }
    },
    async load() {
      announce?.({ apiSchema: federation.schema, coreSupergraphSdl: federation.supergraphSdl })
      return {
        executor: ({ queryHash, operationName, operation, document, request, context }) => {
          if (!isGatewayContext(context))
            throw new TypeError(
              'Give @apollo/server a context with requestId, log, signal, tenant and principal.',
            )
          const key = `${queryHash}:${operationName ?? ''}`
          return federation.execute({ key, operation, document, variables: request.variables ?? {}, context })
        },
      }
    },
    async stop() {},
  }
}

function isGatewayContext(context: object): context is GatewayContext {
  return (
    'requestId' in context &&
    'log' in context &&
    'signal' in context &&
    'tenant' in context &&
    'principal' in context
  )
}

async function answer(
  prepared: Prepared,
  execution: Execution,
  schema: GraphQLSchema,
  nulls: FederationOptions['nulls'],
): Promise<ExecutionResult & { readonly refused: readonly RefusedPlace[] }> {
  const { operation, selections, introspection, plan } = prepared
  const root = schema.getRootType(operation.operation)
  if (!root) throw new GraphQLError(`The schema has no ${operation.operation} type.`)
  if (plan) await run(plan, execution)
  const violations: NullViolation[] = []
  const refused: RefusedPlace[] = []
  const projection = { schema, selections, isSubtype: execution.isSubtype, violations, refused }
  let data = project(execution.data, root, prepared.root, projection)
  if (introspection) {
    const operationName = operation.name?.value
    const about = await execute({
      schema,
      document: introspection,
      variableValues: execution.given,
      operationName,
    })
    data = { ...data, ...about.data }
    execution.errors.push(...(about.errors ?? []))
  }
  // First, for only so many errors are told, and the page can do something about these.
  if (refused.length > 0) execution.errors.unshift(...refusalErrors(refused, execution.data))
  const first = violations[0]
  if (first && nulls === 'explained' && execution.errors.length === 0)
    execution.errors.push(nullViolation(first, execution.data))
  return execution.errors.length > 0 ? { data, errors: execution.errors, refused } : { data, refused }
}

/** A null that no subgraph explained, such as an entity that another subgraph does not know. */
function nullViolation({ container, key, field }: NullViolation, data: JsonObject): GraphQLError {
  const path = [...(pathsTo(data, new Set([container])).get(container) ?? []), key].map(responseKey)
  return new GraphQLError(`Cannot return null for non-nullable field ${field}.`, {
    path,
    extensions: { code: 'NULL_IN_ANSWER' },
  })
}

/** The planner's words name subgraphs and paths: they are for the log. */
function notPlanned(error: unknown, { log, requestId }: GatewayContext): GraphQLError {
  log.error({ requestId, err: error }, 'operation not planned')
  return new GraphQLError(
    `This operation cannot be planned. Ask for less at a time. Error id ${requestId}.`,
    {
      extensions: { code: 'OPERATION_NOT_PLANNED', errorId: requestId },
    },
  )
}

function badVariable(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    extensions: { code: 'BAD_USER_INPUT' },
  })
}
