// Builds the portal's sitemap from the store: every public page that is made of it once, with the date of what it shows.
// Pages that stand whatever is in the store are named by the shell, which knows them (`/sitemap-portal.xml`).
import type { PublicRecord } from '@shuxiang/subgraph-catalogue/content'
import { chapterAddress, facetAddress, recordAddress } from '@shuxiang/vocabulary'
import {
  protocolBounds,
  sectionFiles,
  writeIndex,
  type Bounds,
  type Place,
  type Section,
  type Written,
} from './files.ts'

/** What there is to name; read once, in order. */
export interface Public {
  readonly records: AsyncIterable<PublicRecord>
  /** Division codes of regions. */
  readonly regions: AsyncIterable<string>
}

export interface BuildOptions {
  readonly folder: string
  readonly origin: string
  readonly bounds?: Bounds
}

/**
 * Writes the files and then the index that names them. Regions, records, their chapters, and the searches that stand
 * for one author, kind, period, collection or library: those that result pages offer to machines, and only with records
 * behind them. A search dates from the newest of its records.
 */
export async function buildSitemap(content: Public, options: BuildOptions): Promise<readonly Written[]> {
  const { folder, origin, bounds = protocolBounds } = options
  const sections: Section[] = []
  const section = (name: string): Section => {
    const files = sectionFiles({ folder, origin, bounds }, name)
    sections.push(files)
    return files
  }
  try {
    return await buildFiles(content, section, (files) => writeIndex({ folder, origin }, files))
  } catch (error) {
    for (const one of sections) one.discard()
    throw error
  }
}

async function buildFiles(
  content: Public,
  section: (name: string) => Section,
  finish: (files: readonly Written[]) => Promise<void>,
): Promise<readonly Written[]> {
  const regions = section('regions')
  const records = section('records')
  const chapters = section('chapters')
  const found = section('searches')
  const searches = { author: dates(), kind: dates(), period: dates(), collection: dates(), library: dates() }

  for await (const record of content.records) {
    const { id, changed } = record
    await records.add({ path: recordAddress(id), changed })
    // A work of one chapter shows it on its own page.
    const numbers = record.chapters.length > 1 ? record.chapters : []
    for (const n of numbers) await chapters.add({ path: chapterAddress(id, n), changed })
    searches.kind.note(record.kind, changed)
    if (record.period !== null) searches.period.note(record.period, changed)
    if (record.collection !== null) searches.collection.note(record.collection, changed)
    for (const agent of record.agents) searches.author.note(agent, changed)
    for (const library of record.libraries) searches.library.note(library, changed)
  }

  for await (const region of content.regions)
    await regions.add({ path: `/libraries?region=${encodeURIComponent(region)}`, changed: null })
  for (const [facet, { places }] of Object.entries(searches))
    for (const place of places(facet)) await found.add(place)

  const files: Written[] = []
  for (const one of [regions, records, chapters, found]) files.push(...(await one.close()))
  await finish(files)
  return files
}

/** The newest date by value. */
function dates(): {
  note(value: string, changed: Date): void
  places(facet: string): Iterable<Place>
} {
  const newest = new Map<string, Date>()
  return {
    note(value, changed) {
      const before = newest.get(value)
      if (before === undefined || changed > before) newest.set(value, changed)
    },
    *places(facet) {
      for (const [value, changed] of [...newest].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield { path: facetAddress(facet, value), changed }
    },
  }
}
