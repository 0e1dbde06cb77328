// What the index takes of texts, their witnesses, holdings and persons, for a page of records.
import type { Paragraph } from '@shuxiang/record'
import { LONGEST_TEXT, type SearchChapter, type SearchLine } from '@shuxiang/search/contract'
import type { Db } from 'mongodb'
import { textId, type HoldingDoc, type RecordDoc, type TextDoc } from '../model/record.ts'
import type { PersonDoc } from '../model/authority.ts'
import { searchedNamesOf } from '../model/person-names.ts'
import { otherReadings } from './other-readings.ts'
import { witnessesOf } from './read.ts'
import type { SearchedBeside } from './search-doc.ts'
import { linesOf, linesOfWitnesses } from './lines.ts'
import { lengthOf } from '../model/text-length.ts'

interface Gathered {
  text: string[]
  lines: readonly SearchLine[]
  chapters: Map<number, string>
  holdings: HoldingDoc[]
  witnesses: (readonly Paragraph[])[]
}

/** Reads for all records at once; the answer gives what stands beside one of them. */
export async function besideOf(
  db: Db,
  records: readonly RecordDoc[],
): Promise<(record: RecordDoc) => SearchedBeside> {
  const byRecord = new Map<string, Gathered>(
    records.map(({ _id }) => [
      _id,
      { text: [], lines: [], chapters: new Map(), holdings: [], witnesses: [] },
    ]),
  )
  const [otherNames] = await Promise.all([
    namesOfPersons(db, records),
    gatherTexts(db, records, byRecord),
    gatherWitnesses(
      db,
      idsOf(records, ({ witnessCount = 0 }) => witnessCount),
      byRecord,
    ),
    gatherHoldings(
      db,
      idsOf(records, ({ holdingCount }) => holdingCount),
      byRecord,
    ),
  ])
  return (record) => {
    const gathered = byRecord.get(record._id)
    if (!gathered) throw new Error(`Record ${record._id} is not among those whose texts were read.`)
    return {
      text: record.contents.length === 0 ? gathered.text : [],
      readings: otherReadings(
        gathered.text,
        gathered.witnesses.map((paragraphs) => paragraphs.map(({ text }) => text)),
      ),
      lines: record.contents.length === 0 ? [...gathered.lines, ...linesOfWitnesses(gathered.witnesses)] : [],
      chapters: record.contents.map(({ n, title }): SearchChapter => ({
        n,
        title,
        // A chapter of a recording has no text, nor has one beyond what the engine takes: it is found by its title.
        text: gathered.chapters.get(n) ?? '',
      })),
      holdings: gathered.holdings,
      otherNames: record.agents.flatMap(({ agentId }) => otherNames.get(agentId ?? '') ?? []),
    }
  }
}

/** By id of the person, the names by which the works are found beside the one that they carry. */
async function namesOfPersons(
  db: Db,
  records: readonly RecordDoc[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [
    ...new Set(
      records.flatMap(({ agents }) =>
        agents.flatMap(({ agentId, type }) => (agentId !== null && type === 'person' ? [agentId] : [])),
      ),
    ),
  ]
  if (ids.length === 0) return new Map()
  const found = await db
    .collection<PersonDoc>('persons')
    .find({ _id: { $in: ids } }, { projection: { name: 1, names: 1, searchNames: 1 } })
    .toArray()
  return new Map(found.map((doc) => [doc._id, searchedNamesOf({ ...doc, alternativeNames: [] })]))
}

function idsOf(records: readonly RecordDoc[], count: (record: RecordDoc) => number): string[] {
  return records.filter((record) => count(record) > 0).map(({ _id }) => _id)
}

/** Whole texts in one trip; works in chapters are few in a page, and each is read in its order. */
async function gatherTexts(
  db: Db,
  records: readonly RecordDoc[],
  byRecord: ReadonlyMap<string, Gathered>,
): Promise<void> {
  const texts = db.collection<TextDoc>('record_texts')
  const inChapters = records.filter(({ contents }) => contents.length > 0)
  const whole = idsOf(records, ({ textLength }) => textLength)
  if (whole.length > 0)
    for await (const { recordId, paragraphs } of texts.find({
      _id: { $in: whole.map((id) => textId(id, 0)) },
    })) {
      const gathered = byRecord.get(recordId)
      if (!gathered) continue
      gathered.text.push(...paragraphs.map(({ text }) => text))
      gathered.lines = linesOf(paragraphs)
    }
  for (const id of idsOf(inChapters, ({ textCount }) => textCount)) {
    let length = 0
    for await (const { n, paragraphs } of texts.find({ recordId: id }).sort({ recordId: 1, n: 1 })) {
      byRecord.get(id)?.chapters.set(n, paragraphs.map(({ text }) => text).join('\n'))
      length += lengthOf(paragraphs)
      // The engine would cut the rest off: the chapter that goes beyond its bound is the last with a text.
      if (length > LONGEST_TEXT) break
    }
  }
}

async function gatherWitnesses(
  db: Db,
  ids: readonly string[],
  byRecord: ReadonlyMap<string, Gathered>,
): Promise<void> {
  for (const { recordId, paragraphs } of await witnessesOf({ db }, ids))
    byRecord.get(recordId)?.witnesses.push(paragraphs)
}

async function gatherHoldings(
  db: Db,
  ids: readonly string[],
  byRecord: ReadonlyMap<string, Gathered>,
): Promise<void> {
  if (ids.length === 0) return
  const found = db
    .collection<HoldingDoc>('holdings')
    .find(
      { recordId: { $in: [...ids] } },
      { projection: { recordId: 1, libraryId: 1, libraryName: 1, scopes: 1, position: 1 } },
    )
  // Put in their order here: sorting so many is more than a store does in one piece.
  for await (const holding of found) byRecord.get(holding.recordId)?.holdings.push(holding)
  for (const { holdings } of byRecord.values()) holdings.sort((a, b) => a.position - b.position)
}
