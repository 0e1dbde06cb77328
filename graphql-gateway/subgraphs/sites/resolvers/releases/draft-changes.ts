// Query.draftChanges: what a publication of the drafts would change for readers, in sentences.
import { textsOf } from '@shuxiang/subgraph-kit'
import type { EditingParts } from '../../editing/ports.ts'
import { numbered, publicationsIn } from '../../releases/documents.ts'
import { stepsInForce } from '../../review/steps.ts'
import { draftVersion, publishedVersion } from '../../releases/versions.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { openSiteNamed } from './named-site.ts'

export const draftChanges =
  ({
    siteChanges,
    pageRules,
  }: Pick<EditingParts, 'siteChanges' | 'pageRules'>): QueryResolvers['draftChanges'] =>
  async (_, { site: code }, context) => {
    const { db, signal } = context
    const site = await openSiteNamed(context, code, 'page.draft')
    const { live } = site
    const [drafts, served, steps] = await Promise.all([
      draftVersion(db, site, pageRules, signal),
      live ? publicationsIn(db).findOne({ _id: numbered(site._id, live.publication) }, { signal }) : null,
      stepsInForce(db, site),
    ])
    const published = served && (await publishedVersion(db, served, signal))
    // A block that is written otherwise since, by itself, is no change.
    const before = published && {
      // Publications of before do not tell it; it was what is in force.
      ...{ reviewSteps: steps, ...published },
      pages: published.pages.map((page) => ({ ...page, doc: page.doc && pageRules.migrate(page.doc) })),
    }
    return {
      hash: drafts.hash,
      release: before ? (live?.release ?? null) : null,
      changes: before
        ? siteChanges(before, drafts).map(({ page, words }) => ({ page, words: textsOf(words) }))
        : [],
      timed: drafts.pages
        .filter(({ doc: { meta } }) => meta.from !== undefined || meta.until !== undefined)
        .map(({ path, doc: { meta } }) => ({
          ...{ path, title: textsOf(meta.title) },
          ...{ from: meta.from ?? null, until: meta.until ?? null },
        })),
    }
  }
