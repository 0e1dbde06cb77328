/** Pages of the site builder: the published document from the graph, its blocks' data, its HTML. */
import type { Head, Locale } from '@shuxiang/sdk/contract'
import { openPage, type Answer, type PageQuery, type RenderContext } from '@shuxiang/site-blocks'
import { isPageShown, parsePageText, type PageDoc } from '@shuxiang/site-model'
import { dayOf } from '@shuxiang/site-publish'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { PortalPage } from '../operations.generated.ts'

export interface BuilderPage {
  /** 404 when the page stands but the address asks one of its blocks for something that does not exist. */
  readonly status: 200 | 404
  readonly head: Head
  /** Content of `<main>`. */
  readonly main: string
  /** False when a question of its blocks got no answer: they stand empty, and are worth asking for again. */
  readonly complete: boolean
}

export interface BuilderRequest {
  /** In letters, not as it travels. */
  readonly path: string
  readonly parameters: URLSearchParams
  readonly locale: Locale
  readonly requestId: string
  readonly signal: AbortSignal
  /** Trusted documents by operation name. */
  readonly operations: ReadonlyMap<string, string>
}

export interface BuilderOptions {
  readonly client: GatewayClient
  readonly now: () => Date
  readonly onProblem: (sentence: string) => void
  /** What a path shows where nothing is published; a branch site has all its pages in the store. */
  readonly seeds: ReadonlyMap<string, () => PageDoc>
}

/** A document answers within this or its blocks are drawn without data. */
const DEADLINE_MS = 1_500
const MOST_PARAMETERS = 20
const PATH = /^\/[\p{L}\p{M}\p{N}_/-]{0,200}$/u

/** The page at a path: the published one, else the one the portal begins with; null when there is neither. */
export async function builderPage(
  options: BuilderOptions,
  request: BuilderRequest,
): Promise<BuilderPage | 'unknown yet' | null> {
  const { path, locale } = request
  if (!PATH.test(path)) return null
  const seed = options.seeds.get(path)
  const published = await publishedPage(options, request)
  // Without an answer nobody knows whether there is such a page; those the portal begins with there always are.
  const doc = published === 'no answer' ? seed?.() : (published ?? seed?.())
  if (!doc) return published === 'no answer' ? 'unknown yet' : null
  const now = options.now()
  if (!isPageShown(path, doc, now)) return null
  const context: RenderContext = {
    locale,
    today: dayOf(now),
    now: now.toISOString(),
    path,
    parameters: Object.fromEntries([...request.parameters].slice(0, MOST_PARAMETERS)),
  }
  const page = openPage(doc, context)
  const answers = await answersOf(options, request, page.queries)
  const complete = ![...answers.values()].includes(null)
  const { title, description, parameters } = page.head(answers)
  const jsonLd = page.jsonLd(answers)
  const telling = new URLSearchParams(parameters).toString()
  const head: Head = {
    title: path === '/' ? '' : title,
    // What the address opens is not known without an answer, and then neither is its one address.
    ...(complete || path === '/' ? { canonical: telling === '' ? path : `${path}?${telling}` } : {}),
    ...(description ? { description } : {}),
    ...(jsonLd.length > 0 ? { jsonLd } : {}),
  }
  const status = page.missing(answers) ? 404 : 200
  return {
    status,
    head: status === 404 ? { ...head, robots: 'noindex' } : head,
    main: page.render(answers),
    complete,
  }
}

async function publishedPage(
  options: BuilderOptions,
  request: BuilderRequest,
): Promise<PageDoc | null | 'no answer'> {
  const { path, requestId } = request
  try {
    const result = await ask(
      options.client,
      PortalPage,
      { path },
      { requestId, signal: within(request.signal) },
    )
    if (result.data === null || (result.data.page === null && result.errors.length > 0)) return 'no answer'
    if (result.data.page === null) return null
    const parsed = parsePageText(result.data.page.document)
    if (parsed.ok) return parsed.value
    const [fault] = parsed.faults
    options.onProblem(`the published page ${path} does not fit: ${fault?.path ?? ''} ${fault?.message ?? ''}`)
    return null
  } catch (error) {
    if (request.signal.aborted) throw error
    return 'no answer'
  }
}

/** All at once; a query that fails leaves its block in its empty state. */
export async function answersOf(
  { client, onProblem }: Pick<BuilderOptions, 'client' | 'onProblem'>,
  { operations, requestId, signal }: Pick<BuilderRequest, 'operations' | 'requestId' | 'signal'>,
  queries: readonly PageQuery[],
): Promise<ReadonlyMap<string, Answer>> {
  const call = { requestId, signal: within(signal) }
  const answers = await Promise.all(
    queries.map(async ({ key, operation, variables }): Promise<readonly [string, Answer]> => {
      const id = operations.get(operation)
      if (id === undefined) {
        onProblem(`a block asks for operation ${operation}, which was not built; run npm run build`)
        return [key, null]
      }
      try {
        return [key, (await client.ask({ id, name: operation }, variables, call)).data]
      } catch {
        return [key, null]
      }
    }),
  )
  return new Map(answers)
}

function within(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)])
}
