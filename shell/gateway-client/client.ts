/** Asks the gateway over its Unix socket by trusted operation, for pages rendered here. */
import type { GqlResult, Operation } from '@shuxiang/sdk/contract'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { tenantHeader } from '@shuxiang/subgraph-kit/tenant'
import type { Dispatcher } from 'undici'
import { z } from 'zod'

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z
          .object({ code: z.string().optional(), reason: z.string().optional() })
          .loose()
          .optional(),
      }),
    )
    .optional(),
})

/** An answer to a page is never this large; more means something is wrong. */
const LARGEST_ANSWER = 4 * 1024 * 1024

export interface GatewayCall {
  readonly requestId: string
  readonly signal: AbortSignal
  /** The library for whose branch site it is asked; without one, for the portal. */
  readonly tenant?: string | null
}

export interface GatewayClient {
  /** @throws GqlUnavailable when no GraphQL answer came. */
  ask(
    operation: { readonly id: string; readonly name: string },
    variables: unknown,
    call: GatewayCall,
  ): Promise<GqlResult<unknown>>
  /**
   * Sends the body of a request as it is; the JSON of the answer, whatever its status.
   * @throws GqlUnavailable when no answer came.
   */
  run(body: unknown, call: GatewayCall): Promise<unknown>
}

/** A client over a dispatcher that reaches the gateway at `http://gateway`. */
export function gatewayClient(dispatcher: Dispatcher): GatewayClient {
  return {
    async ask(operation, variables, call) {
      const text = await post(
        dispatcher,
        { documentId: operation.id, operationName: operation.name, variables },
        call,
      )
      const parsed = answerSchema.safeParse(text)
      if (!parsed.success) throw new GqlUnavailable('the gateway gave no GraphQL answer', true)
      const errors = (parsed.data.errors ?? []).map(({ message, path, extensions }) => ({
        message,
        path: path ?? [],
        code: extensions?.code ?? 'INTERNAL',
        ...(extensions?.reason === undefined ? {} : { reason: extensions.reason }),
      }))
      if (parsed.data.data === undefined)
        throw new GqlUnavailable(errors[0]?.message ?? 'the gateway gave no data', false)
      return { data: parsed.data.data ?? null, errors }
    },
    run: (body, call) => post(dispatcher, body, call),
  }
}

/** The same client for the branch site of a library: it asks for nobody else. */
export function clientFor(tenant: string, client: GatewayClient): GatewayClient {
  return {
    ask: (operation, variables, call) => client.ask(operation, variables, { ...call, tenant }),
    run: (body, call) => client.run(body, { ...call, tenant }),
  }
}

async function post(
  dispatcher: Dispatcher,
  body: unknown,
  { requestId, signal, tenant = null }: GatewayCall,
): Promise<unknown> {
  try {
    const answer = await dispatcher.request({
      origin: 'http://gateway',
      path: '/graphql',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-request-id': requestId,
        ...(tenant === null ? {} : { [tenantHeader]: tenant }),
      },
      body: JSON.stringify(body),
      signal,
    })
    let size = 0
    const chunks: Buffer[] = []
    for await (const chunk of answer.body) {
      size += chunk.length
      if (size > LARGEST_ANSWER) throw new Error('answer too large')
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    if (signal.aborted) throw signal.reason
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    throw new GqlUnavailable(`the gateway cannot be reached (${code})`, true)
  }
}

/** Ask with the types that the operation was generated with. */
export async function ask<Data, Variables>(
  client: GatewayClient,
  operation: Operation<Data, Variables>,
  variables: Variables,
  call: GatewayCall,
): Promise<GqlResult<Data>> {
  // The gateway validates the operation against its schema; the generated types describe exactly that answer.
  return (await client.ask(operation, variables, call)) as GqlResult<Data>
}
