// Brings the clients and organizations of an identity provider to what the libraries are. Run again, it goes on.
import { z } from 'zod'
import { AdminRefused, AdminUnavailable, type AdminClient } from '../admin-client/client.ts'
import { holds } from './difference.ts'
import { BadLibrary, organizationOf, siteClient, siteClientId, type LibrarySite } from './library-site.ts'

/** What became of the libraries. */
export interface ProvisionReport {
  readonly made: number
  readonly changed: number
  readonly unchanged: number
  /** A sentence for each library that could not be done; the others are. */
  readonly refused: readonly string[]
}

export interface ProvisionOptions {
  readonly admin: AdminClient
  readonly libraries: AsyncIterable<LibrarySite> | Iterable<LibrarySite>
  /** Scheme, host and port at which the gateway is told of ended sessions. */
  readonly gateway: string
  /** Told after every library. */
  readonly progress?: (done: number) => void
  readonly signal?: AbortSignal
  /** Waits between two tries; `milliseconds` grows. */
  readonly pause: (milliseconds: number) => Promise<void>
}

/** Libraries under way at once: more makes Keycloak slower, not quicker. */
const AT_ONCE = 4
/** Tries of one library while the provider gives no answer. */
const TRIES = 5

const client = z.object({ id: z.string(), clientId: z.string() }).catchall(z.unknown())
const organization = z.object({ id: z.string(), alias: z.string() }).catchall(z.unknown())
type Found<T> = ReadonlyMap<string, T>

/**
 * Makes what is missing and changes what differs; nothing is removed, because a session may hang on it. What is there
 * is read in pages once, so that a run which finds everything done takes seconds.
 * Errors: `AdminRefused` when the lists are refused, `AdminUnavailable` when there is no answer after several tries.
 */
export async function provisionLibraries(options: ProvisionOptions): Promise<ProvisionReport> {
  const { admin, libraries, gateway, progress, signal } = options
  const clients = await indexed(admin.list('/clients', client), ({ clientId }) => clientId)
  const organizations = await indexed(
    admin.list('/organizations?briefRepresentation=false', organization),
    ({ alias }) => alias,
  )
  const counts = { made: 0, changed: 0, unchanged: 0 }
  const refused: string[] = []
  let done = 0
  const one = async (library: LibrarySite): Promise<void> => {
    try {
      const wanted = siteClient(library, gateway)
      const outcome = strongest([
        await bring(admin, '/clients', clients.get(siteClientId(library.code)), wanted),
        await bring(admin, '/organizations', organizations.get(library.code), organizationOf(library)),
      ])
      counts[outcome]++
    } catch (error) {
      if (!(error instanceof BadLibrary || error instanceof AdminRefused)) throw error
      refused.push(`${library.code}: ${error.message}`)
    }
    progress?.(++done)
  }
  await inTurn(libraries, AT_ONCE, async (library) => {
    signal?.throwIfAborted()
    await patiently(() => one(library), options.pause)
  })
  return { ...counts, refused }
}

type Outcome = 'made' | 'changed' | 'unchanged'

async function bring(
  admin: AdminClient,
  path: string,
  actual: ({ readonly id: string } & Record<string, unknown>) | undefined,
  wanted: object,
): Promise<Outcome> {
  if (actual === undefined) {
    try {
      await admin.post(path, wanted)
      return 'made'
    } catch (error) {
      // A run that was ended before its answer came has made it.
      if (error instanceof AdminRefused && error.status === 409) return 'unchanged'
      throw error
    }
  }
  if (holds(actual, wanted)) return 'unchanged'
  await admin.put(`${path}/${actual.id}`, { ...actual, ...wanted })
  return 'changed'
}

const strongest = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.find((outcome) => outcome !== 'unchanged') ?? 'unchanged'

async function indexed<T>(items: AsyncIterable<T>, key: (item: T) => string): Promise<Found<T>> {
  const found = new Map<string, T>()
  for await (const item of items) found.set(key(item), item)
  return found
}

/** Works through a list, so many at once; the first error ends it. */
async function inTurn<T>(
  items: AsyncIterable<T> | Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const next = (Symbol.asyncIterator in items ? items : generator(items))[Symbol.asyncIterator]()
  const worker = async (): Promise<void> => {
    for (let item = await next.next(); item.done !== true; item = await next.next()) await work(item.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function* generator<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}

async function patiently(
  work: () => Promise<void>,
  pause: (milliseconds: number) => Promise<void>,
): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof AdminUnavailable) || tries === TRIES) throw error
      await pause(250 * 2 ** tries)
    }
}
