// Keycloak's admin interface as a client sees it: one realm, one token, bounded pages.
import { z } from 'zod'

/** The provider refused. `status` is HTTP's. */
export class AdminRefused extends Error {
  override readonly name = 'AdminRefused'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The provider gave no answer, or one that says to try again. */
export class AdminUnavailable extends Error {
  override readonly name = 'AdminUnavailable'
}

export interface AdminClient {
  /** Null when there is nothing at the path. Errors: `AdminRefused`, `AdminUnavailable`. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T | null>
  /** Every item of a list that is asked in pages: all at once takes Keycloak a minute where there are thousands. */
  list<T>(path: string, schema: z.ZodType<T>): AsyncIterable<T>
  /** The id of what was made; null when the provider names none. */
  post(path: string, body: unknown): Promise<string | null>
  put(path: string, body: unknown): Promise<void>
  /** `body`: where the path names a list and the body what is taken out of it. */
  delete(path: string, body?: unknown): Promise<void>
}

export interface AdminClientOptions {
  /** Scheme, host and port of the provider. */
  readonly origin: string
  readonly realm: string
  /** A token for the admin interface; asked before every request, so it must be kept by whoever gives it. */
  readonly token: () => Promise<string>
  readonly signal?: AbortSignal
  /** Milliseconds for one request; where a reader waits, fewer than for a program. */
  readonly longest?: number
}

/** Milliseconds for one request, when nothing else is said. */
const LONGEST = 30_000
/** Items of one page of a list. */
const PAGE = 100
const LARGEST_ANSWER = 8 * 1024 * 1024

export function adminClient({
  origin,
  realm,
  token,
  signal,
  longest = LONGEST,
}: AdminClientOptions): AdminClient {
  const base = `${origin}/admin/realms/${encodeURIComponent(realm)}`
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    // Outside of what follows: refused credentials are no missing answer.
    const bearer = await token()
    const limit = AbortSignal.timeout(longest)
    let response: Response
    try {
      response = await fetch(`${base}${path}`, {
        method,
        redirect: 'error',
        headers: {
          authorization: `Bearer ${bearer}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      })
    } catch (error) {
      signal?.throwIfAborted()
      throw new AdminUnavailable('the identity provider gives no answer', { cause: error })
    }
    if (response.ok || response.status === 404) return response
    const text = await textOf(response)
    if (response.status >= 500 || response.status === 429)
      throw new AdminUnavailable(`the identity provider answers ${response.status}`)
    throw new AdminRefused(response.status, reasonOf(text) ?? `refused with ${response.status}`)
  }
  const done = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await ask(method, path, body)
    if (response.status === 404) {
      await response.body?.cancel()
      throw new AdminRefused(404, `there is nothing at ${path}`)
    }
    return response
  }
  const get = async <T>(path: string, schema: z.ZodType<T>): Promise<T | null> => {
    const response = await ask('GET', path)
    const text = await textOf(response)
    return response.status === 404 ? null : schema.parse(JSON.parse(text))
  }
  return {
    get,
    async *list(path, schema) {
      const mark = path.includes('?') ? '&' : '?'
      for (let first = 0; ; first += PAGE) {
        const page = await get(`${path}${mark}first=${first}&max=${PAGE}`, z.array(schema))
        yield* page ?? []
        if ((page?.length ?? 0) < PAGE) return
      }
    },
    async post(path, body) {
      const response = await done('POST', path, body)
      await response.body?.cancel()
      return response.headers.get('location')?.split('/').at(-1) ?? null
    },
    async put(path, body) {
      await (await done('PUT', path, body)).body?.cancel()
    },
    async delete(path, body) {
      await (await done('DELETE', path, body)).body?.cancel()
    },
  }
}

async function textOf(response: Response): Promise<string> {
  let size = 0
  const chunks: Uint8Array[] = []
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > LARGEST_ANSWER) throw new AdminUnavailable('the identity provider answers too much')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const reason = z.object({ errorMessage: z.string().optional(), error: z.string().optional() }).loose()

function reasonOf(text: string): string | null {
  try {
    const { errorMessage, error } = reason.parse(JSON.parse(text))
    return errorMessage ?? error ?? null
  } catch {
    return null
  }
}
