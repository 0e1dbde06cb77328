/** The results of a search in other formats, beside its page: `/search.bib?q=…`, `/search.atom?q=…`. */
import { messageTools, type MessageTools } from '@shuxiang/sdk'
import { LONGEST_BOX, searchAddress } from '@shuxiang/sdk/addresses'
import type { DocumentAnswer, DocumentRequest, Gql, ServerDocuments } from '@shuxiang/sdk/contract'
import { readAddress, type RawQuery } from '../address/search-address.ts'
import { ResultPages, Suggest, type ResultPagesData } from '../operations.generated.ts'
import { searchVariables } from '../results/search-variables.ts'
import { atomFeed } from './atom.ts'
import { csvTable } from './csv.ts'
import { CHOSEN, FEED, MOST_CHOSEN, MOST_TAKEN, SUGGESTIONS, TAKEN } from './formats.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

type Found = ResultPagesData['search']['edges'][number]['node']

/** Records of one question; the graph gives no more. */
const AT_ONCE = 100
const FED = 20
const SUGGESTED = 8
const SUMMARY = 200

const AWAY: DocumentAnswer = {
  status: 503,
  text: 'The search cannot be answered now; try again in a moment.',
}

const documents: ServerDocuments = {
  formats: [...TAKEN, FEED, SUGGESTIONS].map(({ suffix, type }) => ({ suffix, type })),
  async answer(request, gql, signal) {
    const { t } = messageTools({ 'zh-CN': zhCN, en }[request.locale], request.locale)
    const raw = rawOf(request.query)
    const { suffix } = request
    try {
      if (suffix === SUGGESTIONS.suffix) return await suggestions(raw, gql, signal)
      if (suffix === FEED.suffix) return await feed(request, raw, t, gql, signal)
      if (suffix === 'csv') {
        const rows = (await all(raw, { ...request, suffix }, gql, signal)).map((one) => row(one, request))
        return { status: 200, text: csvTable([headers(t), ...rows]), file: 'shuxiang.csv' }
      }
      if (TAKEN.some((one) => one.suffix === suffix)) {
        const found = await all(raw, { ...request, suffix }, gql, signal)
        const text = found.map((one) => (one.export ?? '').trim()).join('\n\n')
        return { status: 200, text: `${text}\n`, file: `shuxiang.${suffix}` }
      }
    } catch (error) {
      if (error instanceof Unanswered) return AWAY
      throw error
    }
    return { status: 404, text: 'There is no such format.' }
  },
}
export default documents

class Unanswered extends Error {}

function rawOf(query: string): RawQuery {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]))
}

/** The ids chosen on the page; empty: all that was found is wanted. */
function chosenIn(raw: RawQuery): readonly string[] {
  const values = Object.hasOwn(raw, CHOSEN) ? [raw[CHOSEN]].flat() : []
  const ids = values.filter((one) => typeof one === 'string' && /^[a-z][a-z0-9]{1,31}$/.test(one))
  return [...new Set(ids.filter((one) => typeof one === 'string'))].slice(0, MOST_CHOSEN)
}

interface Wish {
  readonly first: number
  readonly suffix: string
  readonly locale: string
  readonly after?: string | null
}

async function page(raw: RawQuery, wish: Wish, gql: Gql, signal: AbortSignal) {
  const { [CHOSEN]: _chosen, page: _page, ...others } = raw
  const chosen = chosenIn(raw)
  const address = readAddress(others)
  const { query, filter, sort } = searchVariables(address, wish.locale)
  const { suffix } = wish
  const result = await gql(
    ResultPages,
    {
      ...(chosen.length > 0
        ? { query: chosen.map((id) => `id:${id}`).join(' OR ') }
        : { query, filter, sort }),
      // What was added or changed last stands first in a feed.
      ...(suffix === FEED.suffix && { sortBy: { by: 'changed', descending: true } }),
      first: wish.first,
      after: wish.after ?? null,
      language: wish.locale,
      format: suffix === 'ris' ? 'RIS' : 'BIBTEX',
      cited: suffix === 'bib' || suffix === 'ris',
      listed: suffix === 'csv',
      fed: suffix === FEED.suffix,
    },
    { signal },
  ).catch(() => null)
  if (!result?.data) throw new Unanswered()
  return result.data.search
}

/** Page after page, up to the bound; the graph is asked at most ten times. */
async function all(
  raw: RawQuery,
  { suffix, locale }: Pick<Wish, 'suffix' | 'locale'>,
  gql: Gql,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const found: Found[] = []
  let after: string | null = null
  while (found.length < MOST_TAKEN) {
    const { edges, pageInfo }: ResultPagesData['search'] = await page(
      raw,
      { first: AT_ONCE, after, suffix, locale },
      gql,
      signal,
    )
    found.push(...edges.map(({ node }) => node))
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage || after === null) break
  }
  return found.slice(0, MOST_TAKEN)
}

const COLUMNS = [
  ...(['title', 'creators', 'kind', 'period', 'year', 'form', 'collection'] as const),
  ...(['language', 'subjects', 'identifiers', 'rights', 'source', 'url'] as const),
]

const headers = (t: MessageTools['t']): readonly string[] => COLUMNS.map((name) => t(`column.${name}`))

function row(record: Found, { origin }: DocumentRequest): readonly string[] {
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    title: record.title,
    creators: record.agents.map(({ name }) => name).join('; '),
    kind: record.kindName ?? '',
    period: record.period?.label ?? '',
    year: String(record.year ?? ''),
    form: record.form ?? '',
    collection: record.collection?.name ?? '',
    language: record.languageName ?? '',
    subjects: (record.subjects ?? []).map(({ label }) => label).join('; '),
    identifiers: (record.identifiers ?? []).map(({ value }) => value).join('; '),
    rights: record.rights?.label ?? '',
    source: record.source?.name ?? '',
    url: new URL(record.url, origin).href,
  }
  return COLUMNS.map((name) => cells[name])
}

async function feed(
  { origin, locale }: DocumentRequest,
  raw: RawQuery,
  t: MessageTools['t'],
  gql: Gql,
  signal: AbortSignal,
): Promise<DocumentAnswer> {
  const address = { ...readAddress(raw), page: 1, sort: 'relevance' } as const
  const { edges } = await page(raw, { first: FED, suffix: FEED.suffix, locale }, gql, signal)
  const shown = searchAddress(address)
  const text = atomFeed({
    origin,
    language: locale,
    title: address.query ? t('feed.title', { query: address.query }) : t('feed.titleAll'),
    self: shown.replace(/^\/search/, `/search.${FEED.suffix}`),
    page: shown,
    entries: edges.map(({ node }) => ({
      id: node.id,
      title: node.title,
      url: node.url,
      authors: node.agents.map(({ name }) => name),
      summary: (node.abstract ?? node.text?.map((one) => one.text).join('') ?? '').slice(0, SUMMARY),
      updated: node.updatedAt ?? '',
    })),
  })
  return { status: 200, text }
}

/** As browsers ask for suggestions of a search engine: what was typed, and what may be meant. */
async function suggestions(raw: RawQuery, gql: Gql, signal: AbortSignal): Promise<DocumentAnswer> {
  const { query } = readAddress(raw)
  if (query === '' || query.length > LONGEST_BOX) return { status: 200, text: JSON.stringify([query, []]) }
  const result = await gql(Suggest, { prefix: query, first: SUGGESTED, language: 'zh-CN' }, { signal }).catch(
    () => null,
  )
  const texts = result?.data?.suggest.map(({ text }) => text) ?? []
  return { status: 200, text: JSON.stringify([query, texts]) }
}
