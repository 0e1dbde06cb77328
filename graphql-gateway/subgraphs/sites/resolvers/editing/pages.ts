// Mutations of pages: createPage, savePage, renamePage, removePage, restorePage, nameRevision, restoreRevision, keepTranslations
import { badInput, oneLine } from '@shuxiang/subgraph-kit'
import { readKey, readOps, readPath, readTexts } from '../../editing/input.ts'
import { createPage, noted, removePage, renamePage, restored, restorePage } from '../../editing/pages.ts'
import type { EditingParts } from '../../editing/ports.ts'
import { nameRevision, restoreRevision } from '../../editing/revisions.ts'
import { savePage } from '../../editing/save.ts'
import { noPage, scopeOfPage, scopeOfRemoved, scopeOfSite } from '../../editing/scope.ts'
import { keepTranslations } from '../../editing/translations.ts'
import { mostClashes } from '../../editing/bounds.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { sitePagesIn } from '../../store/documents.ts'

/** Characters of the name of a revision. */
const longestLabel = 80
/** Translations that are said to fit at once. */
const mostLooked = 200

type PageMutations = Pick<
  MutationResolvers,
  | 'createPage'
  | 'savePage'
  | 'renamePage'
  | 'removePage'
  | 'restorePage'
  | 'nameRevision'
  | 'restoreRevision'
  | 'keepTranslations'
>

export const pageMutations = ({ pageRules }: EditingParts): Required<PageMutations> => ({
  async createPage(_, { site, key, path, title, copyOf }, context) {
    const scope = await scopeOfSite(context, 'page.draft', site)
    const copied =
      typeof copyOf === 'string'
        ? await sitePagesIn(scope.db).findOne({ _id: copyOf, site: scope.code })
        : null
    if (typeof copyOf === 'string' && !copied) throw noPage()
    const made = { key: readKey(key), path: readPath(path), title: readTexts('title', title), copyOf: copied }
    return { scope, page: await createPage(scope, pageRules, made) }
  },

  async savePage(_, { page: id, baseRev, ops, looked }, context) {
    const { scope } = await scopeOfPage(context, id)
    const seen = looked ?? []
    if (seen.length > mostClashes) throw badInput(`looked: name at most ${mostClashes} clashes at once.`)
    const save = { page: id, baseRev, ops: readOps(ops), looked: seen }
    const { page, merged } = await savePage(scope, pageRules, save)
    return { page: { scope, page }, merged }
  },

  async renamePage(_, { page: id, path }, context) {
    const { scope, page } = await scopeOfPage(context, id)
    return { scope, page: await renamePage(scope, page, readPath(path)) }
  },

  async removePage(_, { page: id }, context) {
    const there = await sitePagesIn(context.db).findOne({ _id: id }, { projection: { _id: 1 } })
    if (there) {
      const { scope, page } = await scopeOfPage(context, id)
      return removePage(scope, pageRules, page)
    }
    // Taken away before: by the same request, whose answer was lost, or by somebody else.
    const { scope, removed } = await scopeOfRemoved(context, id)
    return noted(scope, removed)
  },

  async restorePage(_, { page: id, path }, context) {
    const there = await sitePagesIn(context.db).findOne({ _id: id }, { projection: { _id: 1 } })
    if (there) {
      const { scope, page } = await scopeOfPage(context, id)
      return { scope, page: await restored(scope, page) }
    }
    const { scope, removed } = await scopeOfRemoved(context, id)
    const address = typeof path === 'string' ? readPath(path) : null
    return { scope, page: await restorePage(scope, removed, address) }
  },

  async nameRevision(_, { page: id, rev, label }, context) {
    const { scope, page } = await scopeOfPage(context, id)
    const line = oneLine(label)
    if (line === null || line === '' || [...line].length > longestLabel)
      throw badInput(`label: give 1 to ${longestLabel} characters.`)
    return nameRevision(scope, page, { rev, label: line })
  },

  async restoreRevision(_, { page: id, rev }, context) {
    const { scope, page } = await scopeOfPage(context, id)
    return { scope, page: await restoreRevision(scope, pageRules, page, rev) }
  },

  async keepTranslations(_, { page: id, outdated }, context) {
    const { scope } = await scopeOfPage(context, id)
    if (outdated.length > mostLooked)
      throw badInput(`outdated: name at most ${mostLooked} translations at once.`)
    return { scope, page: await keepTranslations(scope, id, outdated) }
  },
})
