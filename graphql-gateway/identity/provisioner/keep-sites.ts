// While the process runs: whoever opens a site gets its client at the identity provider within seconds, without a command.
import type { Db } from 'mongodb'
import type { AdminClient } from '../admin-client/client.ts'
import { provisionLibraries } from './libraries.ts'
import { siteOf, type LibrarySite, type NamedSite } from './library-site.ts'

export interface KeepSitesOptions {
  readonly db: Db
  readonly admin: AdminClient
  /** Address of the provider: another one has no clients yet. */
  readonly provider: string
  /** Scheme, host and port below which each library has its site. */
  readonly sitesOrigin: string
  /** Scheme, host and port at which the gateway is told of ended sessions. */
  readonly gateway: string
  /** Libraries with a site. */
  readonly sites: () => Promise<readonly NamedSite[]>
  /** Milliseconds from one look to the next. */
  readonly every: number
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
}

/** What a provider was brought to, by provider and library. */
interface MarkDoc {
  readonly _id: string
  readonly origins: string
}

/** Libraries of one run: what is done is noted after each. */
const atOnce = 100

/** Runs until it is stopped. What fails is said and tried again at the next look. */
export function keepSites(options: KeepSitesOptions): { stop(): Promise<void> } {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let told = ''
  const look = (): void => {
    running = bringSites(options, ending.signal)
      .then(() => void (told = ''))
      .catch((error: unknown) => {
        const sentence = error instanceof Error ? error.message : String(error)
        // Once for each reason: the provider may be away for hours.
        if (!ending.signal.aborted && sentence !== told)
          options.log.warn({ err: error }, 'sites have no clients yet')
        told = sentence
      })
      .finally(() => {
        if (!ending.signal.aborted) timer = setTimeout(look, options.every).unref()
      })
  }
  look()
  return {
    async stop() {
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}

/** One look: makes and changes what is not as it should be, and notes it. Errors: those of the store and the provider. */
export async function bringSites(
  { db, admin, provider, sitesOrigin, gateway, sites, log }: KeepSitesOptions,
  signal: AbortSignal,
): Promise<void> {
  const marks = db.collection<MarkDoc>('identity_sites')
  const idOf = (code: string): string => `${provider} ${code}`
  const wanted = (await sites()).map((library) => siteOf(library, sitesOrigin))
  const known = new Map(
    (await marks.find({ _id: { $in: wanted.map(({ code }) => idOf(code)) } }).toArray()).map(
      ({ _id, origins }) => [_id, origins],
    ),
  )
  const isBrought = ({ code, origins }: LibrarySite): boolean => known.get(idOf(code)) === origins.join(' ')
  const missing = wanted.filter((site) => !isBrought(site))
  for (let from = 0; from < missing.length; from += atOnce) {
    signal.throwIfAborted()
    const part = missing.slice(from, from + atOnce)
    const { made, changed, refused } = await provisionLibraries({
      admin,
      libraries: part,
      gateway,
      signal,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
    })
    // A library that is refused is looked at again only when it has changed, or the process starts anew with another address.
    await marks.bulkWrite(
      part.map(({ code, origins }) => ({
        updateOne: {
          filter: { _id: idOf(code) },
          update: { $set: { origins: origins.join(' ') } },
          upsert: true,
        },
      })),
      { ordered: false },
    )
    log.info({ made, changed }, 'sites have their clients')
    for (const sentence of refused) log.warn({}, sentence)
  }
}
