// Builds the portal's sitemap from the store: every public page that is made of it once, with the date of what it shows.
// Pages that stand whatever is in the store are named by the shell, which knows them (`/sitemap-portal.xml`).
import type { PublicRecord } from '@shuxiang/subgraph-catalogue/content'
import {
  browseAddress,
  browsed,
  chapterAddress,
  facetAddress,
  librariesAddress,
  libraryAddress,
  personAddress,
  recordAddress,
} from '@shuxiang/vocabulary'
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
  /** Codes of libraries. */
  readonly libraries: AsyncIterable<string>
}

export interface BuildOptions {
  readonly folder: string
  readonly origin: string
  readonly bounds?: Bounds
}

/**
 * Writes the files and then the index that names them. Regions, libraries, records, their chapters, persons, collections,
 * periods and what else is browsed, and the searches that stand for one kind, library or body: those that result pages
 * offer to machines. All only with records behind them, and dated from the newest of these.
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
  const libraries = section('libraries')
  const records = section('records')
  const chapters = section('chapters')
  const persons = section('persons')
  const topics = section('topics')
  const found = section('searches')
  const people = dates()
  const browse = new Map(browsed.map((facet) => [facet, dates()]))
  const searches = { author: dates(), kind: dates(), library: dates() }

  for await (const record of content.records) {
    const { id, changed } = record
    await records.add({ path: recordAddress(id), changed })
    // A work of one chapter shows it on its own page.
    const numbers = record.chapters.length > 1 ? record.chapters : []
    for (const n of numbers) await chapters.add({ path: chapterAddress(id, n), changed })
    searches.kind.note(record.kind, changed)
    for (const person of record.persons) people.note(person, changed)
    for (const body of record.bodies) searches.author.note(body, changed)
    for (const { facet, value } of record.topics) browse.get(facet)?.note(value, changed)
    for (const library of record.libraries) searches.library.note(library, changed)
  }

  for await (const region of content.regions)
    await regions.add({ path: librariesAddress({ region }), changed: null })
  for (const place of people.places(personAddress)) await persons.add(place)
  for (const [facet, { places }] of browse)
    for (const place of places((value) => browseAddress(facet, value))) await topics.add(place)
  for await (const library of content.libraries)
    await libraries.add({ path: libraryAddress(library), changed: null })
  for (const [facet, { places }] of Object.entries(searches))
    for (const place of places((value) => facetAddress(facet, value))) await found.add(place)

  const files: Written[] = []
  for (const one of [regions, libraries, records, chapters, persons, topics, found])
    files.push(...(await one.close()))
  await finish(files)
  return files
}

/** The newest date by value. */
function dates(): {
  note(value: string, changed: Date): void
  places(address: (value: string) => string): Iterable<Place>
} {
  const newest = new Map<string, Date>()
  return {
    note(value, changed) {
      const before = newest.get(value)
      if (before === undefined || changed > before) newest.set(value, changed)
    },
    *places(address) {
      for (const [value, changed] of [...newest].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield { path: address(value), changed }
    },
  }
}
