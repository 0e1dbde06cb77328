// Takes over what a template has new for a page, as a change of its draft like any other: a revision, undone by going back to the one before.
import { canonicalJson, type PageDoc } from '@shuxiang/site-model'
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { mostClashes } from '../editing/bounds.ts'
import { changePage, pathTaken } from '../editing/change-page.ts'
import { newRevision, type ClashDoc } from '../editing/documents.ts'
import { fittingText, storedDocument } from '../editing/read-document.ts'
import type { SiteScope } from '../editing/scope.ts'
import { settled } from '../editing/settle.ts'
import { outdatedThen } from '../editing/translations.ts'
import { sitePageId, sitePagesIn, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { givenIn } from './documents.ts'
import { previewPage, templatePagesOf, type PageUpdate, type TemplateParts } from './preview.ts'

type Scope = SiteScope<'page.draft'>

/**
 * `path`: as the template has it. `baseRev`: the revision that was looked at; 0 for a page that the site does not have yet.
 * Errors: BAD_USER_INPUT where there is nothing new, or the page was changed since.
 */
export async function applyUpdate(
  scope: Scope,
  parts: TemplateParts,
  { path, baseRev }: { readonly path: string; readonly baseRev: number },
): Promise<SitePageDoc> {
  const update = await previewPage(scope, parts, await templatePagesOf(scope, parts), path)
  if (!update) throw badInput('path: the template has nothing new for this page.', 'nothing-new')
  if ((update.page?.rev ?? 0) !== baseRev)
    throw badInput(
      'Somebody has changed the page meanwhile. Look at what the template changes again.',
      'changed',
    )
  const page = update.page ? await change(scope, parts, update, update.page) : await add(scope, parts, update)
  // After the page: one that is merged a second time stays as it is.
  await givenIn(scope.db).replaceOne(
    { _id: page._id },
    { site: scope.code, document: canonicalJson(update.given), at: scope.doer.at },
    { upsert: true },
  )
  return page
}

function change(
  scope: Scope,
  { pageRules }: TemplateParts,
  { merged, clashes }: PageUpdate,
  seen: SitePageDoc,
): Promise<SitePageDoc> {
  return changePage(scope, seen._id, (stored) => {
    if (stored.rev !== seen.rev)
      throw badInput(
        'Somebody has changed the page meanwhile. Look at what the template changes again.',
        'changed',
      )
    const rev = stored.rev + 1
    const told = [
      ...(stored.clashes ?? []),
      ...clashes.map((clash, n): ClashDoc => ({ ...clash, ...scope.doer, id: `${rev}-${n}` })),
    ]
    if (told.length > mostClashes)
      throw badInput('The page has too many changes that clash. Look at those that wait first.', 'clashes')
    const before = storedDocument(stored.document, pageRules)
    return {
      document: fittingText(pageRules, documentIn(stored), merged),
      outdated: outdatedThen(scope, pageRules, stored, { before, after: merged }),
      ...{ title: merged.meta.title, clashes: told },
      pending: {
        revision: newRevision({ ...stored, rev }, 'restore', scope.doer),
        ops: [],
        deed: scope.deed(`page:${seen._id}`, { what: 'template', template: scope.site.template }),
      },
    }
  })
}

const documentIn = ({ document }: SitePageDoc): PageDoc => JSON.parse(document)

async function add(
  scope: Scope,
  { pageRules }: TemplateParts,
  { path, given }: PageUpdate,
): Promise<SitePageDoc> {
  const { db, code, doer } = scope
  if ((await sitePagesIn(db).countDocuments({ site: code }, { limit: mostPages })) >= mostPages)
    throw badInput(`A site has at most ${mostPages} pages. Take one away first.`, 'too-many-pages')
  const _id = sitePageId(code, path)
  const page: SitePageDoc = {
    ...{ _id, site: code, path, rev: 1, title: given.meta.title, updatedAt: doer.at, changed: doer },
    document: fittingText(pageRules, null, given),
    pending: {
      revision: newRevision({ _id, site: code, rev: 1 }, 'begin', doer),
      ops: [],
      deed: scope.deed(`page:${_id}`, { what: 'template', template: scope.site.template }),
    },
  }
  await sitePagesIn(db)
    .insertOne(page)
    .catch((error: unknown) => {
      throw isTaken(error) ? pathTaken() : error
    })
  return settled(scope, page)
}
