// Query.siteTemplates, Mutation.createSite
import { badInput, noteDone, permit, signedIn, textsOf } from '@shuxiang/subgraph-kit'
import type { EditingParts } from '../../editing/ports.ts'
import { scopeOfSite } from '../../editing/scope.ts'
import type { MutationResolvers, QueryResolvers } from '../../schema/types.generated.ts'
import { librariesIn, sitesIn } from '../../store/documents.ts'
import { begunTemplate, openSite } from '../../store/open-site.ts'
import { isLibraryId } from '../ids.ts'

export const siteTemplates =
  ({ siteTemplates: offered }: Pick<EditingParts, 'siteTemplates'>): QueryResolvers['siteTemplates'] =>
  () =>
    offered.map(({ id, words, about }) => ({ id, name: textsOf(words), about: textsOf(about) }))

export const createSite =
  ({ newSite }: Pick<EditingParts, 'newSite'>): MutationResolvers['createSite'] =>
  async (_, { library: code, template }, context) => {
    signedIn(context)
    const library = isLibraryId(code) ? await librariesIn(context.db).findOne({ _id: code }) : null
    // Refusals at made-up ones would fill the audit log.
    if (!library) throw badInput('library: there is no library with this id.', 'no-library')
    await permit(context, 'site.configure', { library: code, name: `site:${code}` })
    const there = await sitesIn(context.db).findOne({ _id: code })
    // What was begun is finished, unless somebody wants another one.
    const begun = there ? null : await begunTemplate(context.db, code)
    const made = newSite(template ?? begun, { code, name: library.name })
    if (!made) throw badInput('template: there is no such template.', 'no-template')
    if (begun !== null && made.template !== begun) throw begunOtherwise(begun)
    if (there && there.template !== made.template)
      throw badInput('library: it has a site already, of another template.', 'there')
    if (!there)
      await noteDone(context, {
        ...{ action: 'site.configure', library: code, object: `site:${code}` },
        details: { what: 'create', template: made.template },
      })
    const opened = await openSite(context.db, made, new Date(context.now()))
    // Somebody else was faster by a moment.
    if (typeof opened === 'object') throw begunOtherwise(opened.begunAs)
    const scope = await scopeOfSite(context, 'site.configure', code)
    return { scope, site: scope.site }
  }

const begunOtherwise = (template: string) =>
  badInput(
    `template: the site was begun as ${template} and is not finished. Give that template, or none, and it is.`,
    'begun-otherwise',
  )
