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
import type { ChangeKind, ClashKind, Resolvers, RevisionReason } from '../../schema/types.generated.ts'
import { mostPages } from '../../store/read.ts'
import type { PageChangeMapper, PageClashMapper } from '../../schema/mappers.ts'
import { chosenLanguages, filingsOf } from '../site/site.ts'

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

export const editedTypes = (parts: EditingParts) =>
  ({
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
      languages: ({ site }) => chosenLanguages(site),
      filings: ({ site }) => filingsOf(site),
      reviewSteps: ({ site }) => site.reviewSteps ?? 1,
      pages: async ({ scope, site }) => {
        const [pages, published] = await Promise.all([pagesOf(scope, site), publishedOf(scope, site)])
        return pages.map((page) => ({ page, published }))
      },
      removed: ({ scope, site }) => removedOf(scope, site),
      mostPages: () => mostPages,
    },
  }) satisfies Some
