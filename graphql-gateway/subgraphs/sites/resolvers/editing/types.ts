// Types of editing: sites, pages, revisions, clashes, changes.
import type { Json } from '@shuxiang/site-model'
import { textsOf } from '@shuxiang/subgraph-kit'
import type { RevisionReason as StoredReason } from '../../editing/documents.ts'
import {
  isPublished,
  pagesOf,
  publishedOf,
  removedOf,
  servedDocument,
  titleOf,
  type ListedPage,
} from '../../editing/list.ts'
import type { EditingParts } from '../../editing/ports.ts'
import { storedDocument } from '../../editing/read-document.ts'
import { compareRevisions, documentAtRevision, revisionsOf } from '../../editing/revisions.ts'
import { filingsOf, languagesOf } from '../../store/unsaid.ts'
import { outdatedNow, pageTranslations, siteTranslations, summed } from '../../editing/translations.ts'
import type { ChangeKind, ClashKind, Resolvers, RevisionReason } from '../../schema/types.generated.ts'
import { mostPages } from '../../store/read.ts'
import type { EditedSiteMapper, PageChangeMapper, PageClashMapper } from '../../schema/mappers.ts'

const reasons = {
  begin: 'BEGIN',
  autosave: 'AUTOSAVE',
  named: 'NAMED',
  publish: 'PUBLISH',
  restore: 'RESTORE',
} as const satisfies Record<StoredReason, RevisionReason>

const clashKinds = {
  changed: 'CHANGED',
  removed: 'REMOVED',
  moved: 'MOVED',
  order: 'ORDER',
  added: 'ADDED',
} as const satisfies Record<PageClashMapper['kind'], ClashKind>

const changeKinds = {
  added: 'ADDED',
  removed: 'REMOVED',
  moved: 'MOVED',
  changed: 'CHANGED',
} as const satisfies Record<PageChangeMapper['kind'], ChangeKind>

/** Other fields are as they are kept. */
type Some = { readonly [Name in keyof Resolvers]?: Partial<NonNullable<Resolvers[Name]>> }

const asJson = (value: Json | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value)

function beforeOf(change: PageChangeMapper): Json | undefined {
  switch (change.kind) {
    case 'added':
      return undefined
    case 'moved':
      return { ...change.from }
    case 'removed':
    case 'changed':
      return change.before
  }
}

function afterOf(change: PageChangeMapper): Json | undefined {
  switch (change.kind) {
    case 'removed':
      return undefined
    case 'moved':
      return { ...change.to }
    case 'added':
    case 'changed':
      return change.after
  }
}

/** Every page of the site is read for it: once for one answer, and only where it is asked for. */
function translationsIn(parts: EditingParts) {
  const asked = new WeakMap<EditedSiteMapper, ReturnType<typeof siteTranslations>>()
  return (of: EditedSiteMapper): ReturnType<typeof siteTranslations> => {
    const found = asked.get(of) ?? siteTranslations(of.scope, parts.pageRules, of.site)
    asked.set(of, found)
    return found
  }
}

const changedBy = ({ changed }: ListedPage): string | null => changed?.name ?? null

const pageTypes = ({ pageRules }: EditingParts) =>
  ({
    ListedPage: {
      id: ({ page }) => page._id,
      path: ({ page }) => page.path,
      rev: ({ page }) => page.rev,
      title: ({ page }) => textsOf(titleOf(page)),
      state: ({ page, published }) => isPublished(page, published),
      changedAt: ({ page }) => page.updatedAt.toISOString(),
      changedBy: ({ page }) => changedBy(page),
      clashCount: ({ page }) => page.clashes?.length ?? 0,
      translations: async ({ page, translations }) => [...((await translations()).get(page._id) ?? [])],
    },
    EditedPage: {
      id: ({ page }) => page._id,
      site: ({ page }) => page.site,
      path: ({ page }) => page.path,
      rev: ({ page }) => page.rev,
      title: ({ page }) => textsOf(titleOf(page)),
      state: async ({ scope, page }) => isPublished(page, await publishedOf(scope, scope.site)),
      changedAt: ({ page }) => page.updatedAt.toISOString(),
      changedBy: ({ page }) => changedBy(page),
      formerPaths: ({ page }) => [...(page.formerPaths ?? [])],
      clashes: ({ page }) => [...(page.clashes ?? [])],
      outdated: ({ scope, page }) => [
        ...outdatedNow(scope.site, page, storedDocument(page.document, pageRules)),
      ],
      translations: ({ scope, page }) => [...pageTranslations(scope.site, pageRules, page)],
      document: ({ page }) => JSON.stringify(storedDocument(page.document, pageRules)),
      published: async ({ scope, page }) => {
        const served = await servedDocument(scope, page)
        return served === null ? null : JSON.stringify(storedDocument(served, pageRules))
      },
      documentAt: async ({ scope, page }, { rev }) =>
        JSON.stringify(await documentAtRevision(scope, pageRules, page._id, rev)),
      revisions: ({ scope, page }, { before }) => revisionsOf(scope, page, before ?? null),
      changes: async ({ scope, page }, { from, to }) => [
        ...(await compareRevisions(scope, pageRules, page, { from, to: to ?? null })),
      ],
    },
    OutdatedTranslation: {
      path: ({ path }) => [...path],
      was: ({ was }) => asJson(was),
    },
    RemovedPage: {
      id: ({ _id }) => _id,
      title: (page) => textsOf(titleOf(page)),
      removedAt: ({ removed }) => removed.at.toISOString(),
      removedBy: ({ removed }) => removed.name,
    },
    PageClash: {
      kind: ({ kind }) => clashKinds[kind],
      path: ({ path }) => [...path],
      ours: ({ ours }) => asJson(ours),
      theirs: ({ theirs }) => asJson(theirs),
      by: ({ name }) => name,
      at: ({ at }) => at.toISOString(),
    },
    PageRevision: {
      at: ({ at }) => at.toISOString(),
      by: ({ name }) => name,
      why: ({ why }) => reasons[why],
    },
    PageChange: {
      kind: ({ kind }) => changeKinds[kind],
      path: (change) => (change.kind === 'changed' ? [...change.path] : []),
      before: (change) => asJson(beforeOf(change)),
      after: (change) => asJson(afterOf(change)),
    },
  }) satisfies Some

export const editedTypes = (parts: EditingParts) => {
  const translationsOf = translationsIn(parts)
  return {
    ...pageTypes(parts),
    EditedSite: {
      id: ({ site }) => site._id,
      rev: ({ site }) => site.rev ?? 0,
      names: ({ site }) => textsOf(site.names),
      seal: ({ site }) => site.seal,
      logo: ({ site }) => site.logo || null,
      theme: ({ site }) => site.theme,
      themes: () => [...parts.themes],
      menu: ({ site }) => site.menu.map(({ path, words }) => ({ path, words: textsOf(words) })),
      languages: ({ site }) => [...languagesOf(site)],
      filings: ({ site }) => filingsOf(site),
      reviewSteps: ({ site }) => site.reviewSteps ?? 1,
      pages: async (edited) => {
        const { scope, site } = edited
        const [pages, published] = await Promise.all([pagesOf(scope, site), publishedOf(scope, site)])
        const translations = () => translationsOf(edited)
        return pages.map((page) => ({ page, published, translations }))
      },
      translations: async (edited) => [...summed(edited.site, (await translationsOf(edited)).values())],
      removed: ({ scope, site }) => removedOf(scope, site),
      mostPages: () => mostPages,
    },
  } satisfies Some
}
