// Which translations of a page no longer fit what the site's own language says: kept beside its document, and never in it.
import {
  outdatedAfter,
  translationCounts,
  type Outdated,
  type PageDoc,
  type TranslationCount,
} from '@shuxiang/site-model'
import { sitePagesIn, type SiteDoc, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { changePage } from './change-page.ts'
import type { PageRules } from './ports.ts'
import { storedDocument } from './read-document.ts'
import type { SiteScope } from './scope.ts'
import { languagesOf } from '../store/unsaid.ts'

/** `seen`: what who made the change had before their eyes when they had made it; without it, what the page becomes. */
export interface TextsChanged {
  readonly before: PageDoc
  readonly after: PageDoc
  readonly seen?: PageDoc
}

/** The marks of a page that becomes another one. To be written with its document, in one. */
export function outdatedThen(
  { site }: Pick<SiteScope, 'site'>,
  rules: PageRules,
  stored: Pick<SitePageDoc, 'rev' | 'outdated'>,
  { before, after, seen }: TextsChanged,
): readonly Outdated[] {
  const texts = rules.texts(after)
  return outdatedAfter(stored.outdated ?? [], {
    before: rules.texts(before),
    after: texts,
    seen: seen ? rules.texts(seen) : texts,
    source: languagesOf(site)[0] ?? '',
    rev: stored.rev + 1,
  })
}

/** Of texts that the page has now, in languages that the site has now. */
export function outdatedNow(
  site: SiteDoc,
  { outdated = [] }: SitePageDoc,
  doc: PageDoc,
): readonly Outdated[] {
  const [source, ...others] = languagesOf(site)
  return outdated.filter(
    ({ block, language, source: of }) =>
      of === source && others.includes(language) && (block === null || Object.hasOwn(doc.blocks, block)),
  )
}

/**
 * Somebody has looked at translations, and they fit what the source says now. Marks that are not there any more are passed
 * over: they were settled, or the source was changed again since, and then the new mark stays.
 */
export function keepTranslations(
  scope: SiteScope<'page.draft'>,
  page: string,
  looked: readonly string[],
): Promise<SitePageDoc> {
  return changePage(scope, page, ({ outdated = [] }) => {
    const left = outdated.filter(({ id }) => !looked.includes(id))
    if (left.length === outdated.length) return null
    const texts = outdated.length - left.length
    const deed = scope.deed(`page:${page}`, { what: 'translations', texts })
    return { outdated: left, pending: { revision: null, ops: [], deed } }
  })
}

const countsOf = (
  site: SiteDoc,
  rules: PageRules,
  { document, outdated = [] }: Pick<SitePageDoc, 'document' | 'outdated'>,
) => translationCounts(rules.texts(storedDocument(document, rules)), outdated, languagesOf(site))

/** What is left to translate on one page. */
export const pageTranslations = (
  site: SiteDoc,
  rules: PageRules,
  page: SitePageDoc,
): readonly TranslationCount[] => countsOf(site, rules, page)

/** What is left to translate, by page. Reads every page of the site: nobody asks for it who does not show it. */
export async function siteTranslations(
  { db, signal }: SiteScope,
  rules: PageRules,
  site: SiteDoc,
): Promise<ReadonlyMap<string, readonly TranslationCount[]>> {
  const found = new Map<string, readonly TranslationCount[]>()
  if (languagesOf(site).length < 2) return found
  const pages = sitePagesIn(db)
    .find(
      { site: site._id },
      {
        signal,
        projection: {
          document: 1,
          'outdated.block': 1,
          'outdated.path': 1,
          'outdated.source': 1,
          'outdated.language': 1,
        },
      },
    )
    .sort({ site: 1, path: 1, _id: 1 })
    .limit(mostPages)
  for await (const page of pages) found.set(page._id, countsOf(site, rules, page))
  return found
}

/** Of all pages together. */
export const summed = (
  site: SiteDoc,
  counts: Iterable<readonly TranslationCount[]>,
): readonly TranslationCount[] => {
  const all = [...counts].flat()
  const sum = (language: string, what: 'texts' | 'missing' | 'outdated'): number =>
    all.reduce((total, one) => total + (one.language === language ? one[what] : 0), 0)
  return languagesOf(site)
    .slice(1)
    .map((language) => ({
      language,
      texts: sum(language, 'texts'),
      missing: sum(language, 'missing'),
      outdated: sum(language, 'outdated'),
    }))
}
