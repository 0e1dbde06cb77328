/**
 * Asks the gateway by trusted document, as the reader who is signed in, with patience for a moment without network or a
 * gateway being restarted.
 */
import { GqlUnavailable, type Gql, type GqlError, type GqlResult } from '@shuxiang/sdk/contract'
import type { Sessions } from './auth/sessions.ts'

/** Milliseconds before the second and the third try. Only questions are repeated, never changes. */
const PAUSES = [300, 1_500]
const TIMEOUT_MS = 10_000

export interface GqlOptions {
  readonly fetch: typeof fetch
  /** Development: documents may be newer than what the gateway has read. */
  readonly sendText: boolean
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly sessions: Pick<Sessions, 'token' | 'signIn'>
}

/** The portal's `gql`. */
export function createGql({ fetch, sendText, pause, sessions }: GqlOptions): Gql {
  return async (operation, variables, options = {}) => {
    const deadline = AbortSignal.timeout(TIMEOUT_MS)
    const signal = options.signal ? either(options.signal, deadline) : deadline
    // A release carries only the first word of its texts; the gateway has read them with it.
    const byText = sendText && operation.text.includes('{')
    const body = JSON.stringify({
      documentId: byText ? undefined : operation.id,
      query: byText ? operation.text : undefined,
      operationName: operation.name,
      variables,
    })
    const isChange = operation.text.startsWith('mutation')
    const pauses = isChange ? [] : [...PAUSES]
    for (;;) {
      try {
        const result = await asReader(sessions, (token) => once(fetch, body, token, signal))
        // The reader pressed something that needs a fresh code: they come back to it. A question waits to be asked for.
        if (
          isChange &&
          options.stays !== true &&
          result.errors.some(({ code }) => code === 'STEP_UP_REQUIRED')
        )
          await sessions.signIn({ level: 2 })
        // The gateway validates the operation against its schema; the generated types describe that answer.
        return result as GqlResult<never>
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

/**
 * With the reader's token. One that is not taken any more is replaced once; when the session has ended, the gateway is
 * asked as by anybody: what is public is answered, what is not says `UNAUTHENTICATED`.
 */
async function asReader(
  sessions: Pick<Sessions, 'token'>,
  send: (token: string | null) => Promise<GqlResult<unknown> | typeof REFUSED>,
): Promise<GqlResult<unknown>> {
  const token = await sessions.token()
  const first = await send(token)
  if (first !== REFUSED) return first
  const second = token === null ? REFUSED : await send(await sessions.token(token))
  if (second !== REFUSED) return second
  throw new GqlUnavailable('the gateway refuses the reader', false)
}

/** The gateway did not take the token; nothing was done. */
const REFUSED = Symbol('refused')

async function once(
  send: typeof fetch,
  body: string,
  token: string | null,
  signal: AbortSignal,
): Promise<GqlResult<unknown> | typeof REFUSED> {
  let answer: Response
  let value: unknown
  try {
    answer = await send('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
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
  if (answer.status === 401) return REFUSED
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

function readError(value: unknown): GqlError {
  const error = { message: '', path: [], extensions: {}, ...(typeof value === 'object' ? value : {}) }
  const { message, path, extensions } = error as {
    message: unknown
    path: unknown
    extensions: { code?: unknown; reason?: unknown } | null
  }
  return {
    message: String(message),
    path: Array.isArray(path)
      ? path.filter((step) => typeof step === 'string' || typeof step === 'number')
      : [],
    code: typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL',
    ...(typeof extensions?.reason === 'string' ? { reason: extensions.reason } : {}),
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
