// A site as it is served: its frozen documents, its pages as readers get them, the answers that they show.
import { migratePage } from '@shuxiang/site-blocks'
import type { DrawnPage } from '@shuxiang/site-checks'
import { parsePageText, type PageDoc } from '@shuxiang/site-model'
import { missingPath } from '@shuxiang/site-publish'
import { locales, type Locale } from '@shuxiang/site-render'
import {
  artifactText,
  documentsOf,
  numbered,
  publicationsIn,
  releasesIn,
  type LiveSite,
  type PublicationDoc,
} from '@shuxiang/subgraph-sites/publishing'
import type { Db } from 'mongodb'
import { readAnswers } from '../publish/answers.ts'

export interface ServedSite {
  readonly facts: PublicationDoc['facts']
  readonly pages: ReadonlyMap<string, PageDoc>
  readonly drawn: readonly DrawnPage[]
  readonly answers: ReturnType<typeof readAnswers>
}

const isLocale = (language: string | null): language is Locale =>
  locales.some((locale) => locale === language)

/** Errors: `Error` when a part of what is served is gone, as when another release came meanwhile. */
export async function servedSite(db: Db, { _id, live }: LiveSite): Promise<ServedSite> {
  const [publication, release] = await Promise.all([
    publicationsIn(db).findOne({ _id: numbered(_id, live.publication) }),
    releasesIn(db).findOne({ _id: numbered(_id, live.release) }),
  ])
  if (!publication || !release) throw new Error(`What ${_id} serves is gone.`)
  const texts = await documentsOf(
    db,
    publication.pages.map(({ document }) => document),
  )
  const pages = new Map<string, PageDoc>()
  for (const { path, document } of publication.pages) {
    const page = parsePageText(texts.get(document) ?? '')
    if (page.ok) pages.set(path, migratePage(page.value))
  }
  const drawn: DrawnPage[] = []
  for (const { path, language, artifact } of release.routes) {
    if (!isLocale(language) || path === missingPath) continue
    const html = await artifactText(db, artifact)
    if (html === null) throw new Error(`A page of ${_id} is gone: ${path}.`)
    drawn.push({ path, language, html })
  }
  const answers = await artifactText(db, release.answers)
  return {
    facts: publication.facts,
    pages,
    drawn,
    answers: answers === null ? new Map() : readAnswers(answers),
  }
}
