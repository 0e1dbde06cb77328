/** Asks the gateway by trusted document, with patience for a moment without network or a gateway being restarted. */
import { GqlUnavailable, type Gql, type GqlResult } from '@shuxiang/sdk/contract'

/** Milliseconds before the second and the third try. Only questions are repeated, never changes. */
const PAUSES = [300, 1_500]
const TIMEOUT_MS = 10_000

export interface GqlOptions {
  readonly fetch: typeof fetch
  /** Development: documents may be newer than what the gateway has read. */
  readonly sendText: boolean
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** The portal's `gql`. */
export function createGql({ fetch, sendText, pause }: GqlOptions): Gql {
  return async (operation, variables, options = {}) => {
    const deadline = AbortSignal.timeout(TIMEOUT_MS)
    const signal = options.signal ? either(options.signal, deadline) : deadline
    const body = JSON.stringify({
      documentId: sendText ? undefined : operation.id,
      query: sendText ? operation.text : undefined,
      operationName: operation.name,
      variables,
    })
    const pauses = operation.text.startsWith('mutation') ? [] : [...PAUSES]
    for (;;) {
      try {
        // The gateway validates the operation against its schema; the generated types describe that answer.
        return (await once(fetch, body, signal)) as GqlResult<never>
      } catch (error) {
        if (options.signal?.aborted) throw options.signal.reason
        if (deadline.aborted) throw new GqlUnavailable(`no answer within ${TIMEOUT_MS} ms`, true)
        const wait = pauses.shift()
        if (wait === undefined || !(error instanceof GqlUnavailable) || !error.retryable) throw error
        await pause(wait, signal)
      }
    }
  }
}

async function once(send: typeof fetch, body: string, signal: AbortSignal): Promise<GqlResult<unknown>> {
  let answer: Response
  let value: unknown
  try {
    answer = await send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body,
      signal,
    })
    value = await answer.json()
  } catch (error) {
    throw new GqlUnavailable(error instanceof Error ? error.message : 'no network', true)
  }
  if (answer.status === 502 || answer.status === 503 || answer.status === 504) {
    throw new GqlUnavailable(`the service is away (${answer.status})`, true)
  }
  return readAnswer(value, answer.status)
}

function readAnswer(value: unknown, status: number): GqlResult<unknown> {
  if (typeof value !== 'object' || value === null)
    throw new GqlUnavailable(`no GraphQL answer (${status})`, false)
  const errors = 'errors' in value && Array.isArray(value.errors) ? value.errors.map(readError) : []
  if (!('data' in value))
    throw new GqlUnavailable(errors[0]?.message ?? `no GraphQL answer (${status})`, false)
  return { data: value.data, errors }
}

function readError(value: unknown): { message: string; path: (string | number)[]; code: string } {
  const error = { message: '', path: [], extensions: {}, ...(typeof value === 'object' ? value : {}) }
  const { message, path, extensions } = error as {
    message: unknown
    path: unknown
    extensions: { code?: unknown } | null
  }
  return {
    message: String(message),
    path: Array.isArray(path)
      ? path.filter((step) => typeof step === 'string' || typeof step === 'number')
      : [],
    code: typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL',
  }
}

/** `AbortSignal.any`, which browsers of our floor do not all have. */
function either(one: AbortSignal, other: AbortSignal): AbortSignal {
  const both = new AbortController()
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort(signal.reason)
    else
      signal.addEventListener('abort', () => both.abort(signal.reason), { once: true, signal: both.signal })
  }
  return both.signal
}
