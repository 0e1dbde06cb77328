// Query.templateUpdate, Mutation.takeTemplateUpdate
import { canonicalJson } from '@shuxiang/site-model'
import { textsOf } from '@shuxiang/subgraph-kit'
import type { EditingParts } from '../../editing/ports.ts'
import { scopeOfSite } from '../../editing/scope.ts'
import type { MutationResolvers, PageUpdateResolvers, QueryResolvers } from '../../schema/types.generated.ts'
import { applyUpdate } from '../../template-update/apply.ts'
import { previewUpdate } from '../../template-update/preview.ts'

export const templateUpdate =
  (parts: EditingParts): QueryResolvers['templateUpdate'] =>
  async (_, { site }, context) => {
    const scope = await scopeOfSite(context, 'page.draft', site)
    const updates = await previewUpdate(scope, parts)
    return { template: scope.site.template, pages: updates.map((update) => ({ scope, update })) }
  }

export const takeTemplateUpdate =
  (parts: EditingParts): MutationResolvers['takeTemplateUpdate'] =>
  async (_, { site, path, baseRev }, context) => {
    const scope = await scopeOfSite(context, 'page.draft', site)
    return { scope, page: await applyUpdate(scope, parts, { path, baseRev }) }
  }

export const PageUpdate: PageUpdateResolvers = {
  path: ({ update }) => update.path,
  page: ({ scope, update }) => update.page && { scope, page: update.page },
  title: ({ update }) => textsOf(update.merged.meta.title),
  document: ({ update }) => canonicalJson(update.merged),
  changes: ({ update }) => [...update.changes],
  clashes: ({ scope, update }) =>
    update.clashes.map((clash, n) => ({ ...clash, ...scope.doer, id: `template-${n}` })),
}
