// Parts that the nation or a province keeps and other sites show: whose they are, what they are now, and who shows them.
import {
  parsePageText,
  partKey,
  partsAt,
  sharedPart,
  type PageDoc,
  type PartReference,
} from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import { nationalLibraryId } from '../model/libraries.ts'
import { provinceOf } from '../overrides/documents.ts'
import { sitesIn } from '../store/documents.ts'
import { documentOf, documentsOf } from '../store/kept-documents.ts'
import { askRefresh } from './ask-refresh.ts'
import { numbered, publicationsIn, type PublicationDoc } from './documents.ts'

/** Code of the library that keeps the part that a site names; null where the site is of no province. */
function keeperOf(site: string, { from }: Pick<PartReference, 'from'>): string | null {
  if (from === 'nation') return nationalLibraryId
  const province = provinceOf(site)
  return province === null ? null : `n${province}`
}

/** As their keepers have published them, by the keys of what names them; one that is not published is not there. */
export async function partsFor(
  db: Db,
  site: string,
  references: readonly PartReference[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, PageDoc>> {
  const found = new Map<string, PageDoc>()
  const publications = new Map<string, PublicationDoc | null>()
  for (const reference of references) {
    const keeper = keeperOf(site, reference)
    if (keeper === null) continue
    if (!publications.has(keeper)) publications.set(keeper, await servedOf(db, keeper))
    const page = publications.get(keeper)?.pages.find(({ path }) => path === reference.path)
    const text = page && (await documentOf(db, page.document, signal))
    const parsed = text ? parsePageText(text) : null
    if (parsed?.ok) found.set(partKey(reference), parsed.value)
  }
  return found
}

/** At most so many of each keeper are offered to who writes a page. */
const mostOffered = 50

/** What a site may show, as its keepers have published it, by name. */
export async function partsOffered(
  db: Db,
  site: string,
  signal?: AbortSignal,
): Promise<readonly { readonly reference: PartReference; readonly doc: PageDoc; readonly text: string }[]> {
  const offered = await Promise.all(
    (['nation', 'province'] as const).map(async (from) => {
      const keeper = keeperOf(site, { from })
      const publication = keeper === null ? null : await servedOf(db, keeper)
      const pages = (publication?.pages ?? [])
        .filter(({ path }) => path.startsWith(partsAt))
        .toSorted((one, other) => (one.path < other.path ? -1 : 1))
        .slice(0, mostOffered)
      const texts = await documentsOf(
        db,
        pages.map(({ document }) => document),
        signal,
      )
      return pages.flatMap(({ path, document }) => {
        const text = texts.get(document) ?? ''
        const parsed = parsePageText(text)
        return parsed.ok ? [{ reference: { from, path }, doc: parsed.value, text }] : []
      })
    }),
  )
  return offered.flat()
}

async function servedOf(db: Db, site: string): Promise<PublicationDoc | null> {
  const doc = await sitesIn(db).findOne({ _id: site, state: 'live' }, { projection: { live: 1 } })
  return doc?.live ? publicationsIn(db).findOne({ _id: numbered(site, doc.live.publication) }) : null
}

/** Whether one of these documents names a part, as text. */
export const namesParts = (documents: readonly string[]): boolean =>
  documents.some((document) => document.includes(`"${sharedPart}"`))

/**
 * Has the sites that show parts of this one drawn again. Called when what it serves is another; a process that ends before it
 * does leaves them to the next day, on which every site is drawn again.
 */
export async function refreshSharers(
  db: Db,
  keeper: string,
  pages: readonly { readonly path: string }[],
  at: Date,
): Promise<void> {
  const keeps = keeper === nationalLibraryId || /^n\d\d$/.test(keeper)
  if (!keeps || !pages.some(({ path }) => path.startsWith(partsAt))) return
  const sharers = await sitesIn(db)
    .find({ state: 'live', sharesParts: true }, { projection: { _id: 1 } })
    .toArray()
  const below = sharers
    .map(({ _id }) => _id)
    .filter((site) => keeper === nationalLibraryId || provinceOf(site) === keeper.slice(1))
  await askRefresh(db, below, at)
}
