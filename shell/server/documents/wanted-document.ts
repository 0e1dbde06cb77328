/** Which document beside a page is wanted: by the end of its address, or by what the reader's program accepts. */
import type { DocumentFormat } from '@shuxiang/sdk/contract'
import { mostTelling, pathPattern } from '@shuxiang/sdk/path-pattern'
import Negotiator from 'negotiator'
import type { LiveRelease, Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'

export interface WantedDocument {
  readonly live: LiveRelease
  /** Place of the page in its release. */
  readonly page: number
  readonly format: DocumentFormat
  /** The named parts of the page's path, decoded. */
  readonly names: Readonly<Record<string, string>>
}

/** Longest header that is looked at, in characters. */
const LONGEST_ACCEPT = 1_000
const LONGEST_NAME = 200

/** Null when a page is wanted, or no page there has documents. */
export function wantedDocument(
  plan: Pick<Plan, 'releases'>,
  path: string,
  accept: string | undefined,
): WantedDocument | null {
  const { pages, files } = declaredDocuments(plan)
  const file = mostTelling(files, path)
  if (file !== null) return named(file, path)
  const page = mostTelling(pages, path)
  const format = page && acceptedFormat(page.documents, accept)
  return page && format ? named({ ...page, format }, path) : null
}

/** Every page, and every document beside one. */
const declaredDocuments = onceFor(({ releases }: Pick<Plan, 'releases'>) => {
  const pages = releases.flatMap((live) =>
    live.release.pages.map(({ path, documents }, page) => ({
      live,
      page,
      documents,
      pattern: pathPattern(path),
    })),
  )
  const files = pages.flatMap(({ live, page, documents, pattern }) =>
    documents.map((format) => ({
      live,
      page,
      format,
      pattern: pathPattern(`${pattern.pattern}.${format.suffix}`),
    })),
  )
  return { pages, files }
})

/** A format is chosen over the page only when it is accepted with more weight, or named before it with the same. */
function acceptedFormat(
  formats: readonly DocumentFormat[],
  accept: string | undefined,
): DocumentFormat | null {
  if (accept === undefined || formats.length === 0) return null
  const negotiator = new Negotiator({ headers: { accept: accept.slice(0, LONGEST_ACCEPT) } })
  const best = negotiator.mediaType(['text/html', ...formats.map(({ type }) => type)])
  return formats.find(({ type }) => type === best) ?? null
}

function named(
  {
    live,
    page,
    format,
    pattern,
  }: Omit<WantedDocument, 'names'> & { readonly pattern: ReturnType<typeof pathPattern> },
  path: string,
): WantedDocument | null {
  const names = Object.entries(pattern.match(path) ?? {}).map(([name, value]) => [
    name,
    decodeURIComponent(value),
  ])
  if (names.some(([, value = '']) => value.length > LONGEST_NAME)) return null
  return { live, page, format, names: Object.fromEntries(names) }
}
