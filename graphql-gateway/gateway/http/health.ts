// `/health/ready`: what the parts behind the gateway are and whether requests are served.
import { jsonAnswer, type HttpAnswer } from './answer.ts'
import type { StoreFacts } from './store-facts.ts'

/** `migrating`: the store comes from an earlier version, and nobody reads it before it is up to date. */
export type Phase = 'starting' | 'migrating' | 'serving' | 'stopping'

/** The parts, asked anew at most once a half second. Times in milliseconds. */
export interface HealthOptions {
  readonly version: string
  /** What the configuration asks for; told while the store itself does not answer. */
  readonly storeKind: StoreFacts['kind']
  /** Who signs people in. */
  readonly identityKind: 'embedded' | 'keycloak'
  readonly phase: () => Phase
  /** Rejects when the store does not answer. */
  readonly askStore: () => Promise<StoreFacts>
  /** Rejects when search does not answer; everything else is served all the same. */
  readonly searchStats: () => Promise<SearchFacts>
  readonly importing: () => Promise<{
    readonly source: string
    readonly done: number
    readonly total: number
  } | null>
  /** The migration of the store under way. */
  readonly preparing: () => Promise<{
    readonly migration: string
    readonly done: number
    readonly total: number
  } | null>
  readonly now: () => number
}

/** The search engine as it tells itself. `filling` is set while it is filled again from the store. */
export interface SearchFacts {
  readonly kind: 'embedded' | 'opensearch'
  readonly records: number
  readonly filling: { readonly done: number; readonly total: number } | null
}

const keepFor = 500
const askFor = 2000

/** 200 when requests are served, else 503, with the same shape. */
export function createHealth(options: HealthOptions): () => Promise<HttpAnswer> {
  let kept: { at: number; answer: Promise<HttpAnswer> } | null = null
  return () => {
    if (!kept || options.now() - kept.at > keepFor) kept = { at: options.now(), answer: look(options) }
    return kept.answer
  }
}

async function look(options: HealthOptions): Promise<HttpAnswer> {
  const phase = options.phase()
  const asked = <T>(ask: () => Promise<T>): Promise<T> =>
    phase === 'serving' ? inTime(ask()) : Promise.reject(new Error(phase))
  const [store, search, importing, preparing] = await Promise.allSettled([
    asked(options.askStore),
    asked(options.searchStats),
    asked(options.importing),
    phase === 'migrating' ? inTime(options.preparing()) : asked(options.preparing),
  ])
  const serving = store.status === 'fulfilled'
  const status = serving ? 'ready' : phase === 'serving' ? 'unavailable' : phase
  return jsonAnswer(serving ? 200 : 503, {
    status,
    version: options.version,
    store: store.status === 'fulfilled' ? store.value : { kind: options.storeKind },
    search: searchPart(search.status === 'fulfilled' ? search.value : null),
    identity: { kind: options.identityKind },
    importing: importing.status === 'fulfilled' ? importing.value : null,
    preparing: preparing.status === 'fulfilled' ? preparing.value : null,
  })
}

function searchPart(facts: SearchFacts | null) {
  if (facts === null) return { kind: 'embedded', state: 'unavailable', records: 0, rebuilding: null }
  const { kind, records, filling } = facts
  return { kind, state: filling === null ? 'ready' : 'rebuilding', records, rebuilding: filling }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), askFor)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
