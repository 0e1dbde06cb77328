// Door for sites that travel: what an asset is, and how one comes in whole, without the editor's parts.
import { createHash } from 'node:crypto'
import type { Db } from 'mongodb'
import { largestGiven, mostAssets, mostBytes } from './bounds.ts'
import { readDescription } from './input.ts'
import { licenceNames } from './resolvers/names.ts'
import { assetsIn, isDeleted, licences, never, type AssetDoc } from './store/documents.ts'
import { fileOf, keepFile, pieceOf } from './store/files.ts'
import { usedBy } from './store/kept.ts'
import { wordsOf } from './store/words.ts'
import type { Made } from './working/made.ts'
import { run } from './working/run.ts'

/** What is said of an asset; `licence` is one of the vocabulary. */
export interface TravellingDescription {
  readonly name: string
  readonly alt: Record<string, string>
  readonly decorative: boolean
  readonly focal: { readonly x: number; readonly y: number }
  readonly credit: string
  readonly licence: string
  readonly title: Record<string, string>
  readonly language: string
}

export interface TravellingAsset {
  readonly library: string
  readonly key: string
  readonly description: TravellingDescription
  readonly bytes: Uint8Array
}

/** Of those ids, what the library or the nation's shows: described, with its largest file. */
export async function assetsForTravel(
  db: Db,
  libraries: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly description: TravellingDescription; readonly bytes: Uint8Array }>> {
  const docs = await assetsIn(db)
    .find({ _id: { $in: [...ids] }, library: { $in: [...libraries] } })
    .toArray()
  const found = new Map<string, { description: TravellingDescription; bytes: Uint8Array }>()
  for (const doc of docs) {
    const bytes = isDeleted(doc) ? null : await largestFile(db, doc)
    if (bytes) found.set(doc._id, { description: descriptionOf(doc), bytes })
  }
  return found
}

function descriptionOf(doc: AssetDoc): TravellingDescription {
  const { name, decorative, focal, credit, licence, language } = doc
  return {
    ...{ name, decorative, credit, licence, language },
    ...{ alt: { ...doc.alt }, title: { ...doc.title }, focal: { x: focal.x, y: focal.y } },
  }
}

async function largestFile(db: Db, { shown }: AssetDoc): Promise<Uint8Array | null> {
  const [widest] = [...(shown?.variants ?? [])].sort((a, b) => b.width - a.width)
  const file = widest && (await fileOf(db, widest.hash))
  if (!file) return null
  const pieces: Buffer[] = []
  for (let number = 0, bytes = 0; bytes < file.bytes; number++) {
    const piece = await pieceOf(db, file._id, number)
    if (!piece) return null
    pieces.push(piece)
    bytes += piece.length
  }
  return Buffer.concat(pieces)
}

/** The same library, key, description and bytes give the same id. */
export function travellingId({ library, key, description, bytes }: TravellingAsset): string {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const about = JSON.stringify(['travelling', library, key, digest, Object.entries(description).sort()])
  return createHash('sha256').update(about).digest('base64url').slice(0, 24)
}

/** Why so many bytes have no room; null when they have. Those that are there already need none. */
export async function roomFor(
  db: Db,
  library: string,
  ids: readonly string[],
  bytes: number,
): Promise<string | null> {
  const known = await assetsIn(db).countDocuments({ _id: { $in: [...ids] } })
  const { count, kept } = await usedBy(db, library)
  if (count + ids.length - known > mostAssets)
    return `The library may have ${mostAssets} pictures and files; it has ${count}, and ${ids.length} come.`
  // A file is kept in several widths; those that are there already are counted twice, to be sure.
  if (known < ids.length && kept + bytes > mostBytes)
    return 'The library has no space for the pictures and files that come. Delete some first.'
  return null
}

const because: Readonly<Record<string, string>> = {
  type: 'it is neither a picture nor a PDF.',
  broken: 'it is damaged.',
  pixels: 'it has too many pixels.',
  effort: 'it takes too much time or memory to look at.',
  size: 'it is too large.',
  locked: 'it has a password.',
  active: 'it does something by itself when it is opened.',
  pages: 'it has too many pages.',
}

/** Makes the file anew, in a process of its own; with `keep`, it is the library's from then on. */
export async function takeTravelling(
  db: Db,
  asset: TravellingAsset,
  { keep, now, signal }: { readonly keep: boolean; readonly now: Date; readonly signal: AbortSignal },
): Promise<{ readonly id: string } | { readonly refused: string }> {
  const id = travellingId(asset)
  const known = await assetsIn(db).findOne({ _id: id })
  if (known) {
    if (keep && isDeleted(known)) await assetsIn(db).updateOne({ _id: id }, { $set: { deletedAt: never } })
    return { id }
  }
  const said = described(asset.description)
  if ('refused' in said) return said
  if (asset.bytes.length === 0 || asset.bytes.length > largestGiven)
    return { refused: 'it is empty, or larger than 12 MB.' }
  const answer = await run(asset.bytes, { signal })
  if (answer === null) throw new Error('The import was ended.')
  if (!('made' in answer))
    return { refused: ('refused' in answer && because[answer.refused]) || 'it cannot be read.' }
  if (keep) await keepAsset(db, { id, ...asset }, said, answer.made, now)
  return { id }
}

type Described = ReturnType<typeof readDescription>

function described(description: TravellingDescription): Described | { readonly refused: string } {
  const texts = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([language, text]) => ({ language, text }))
  const licence = licences.find((one) => one === description.licence)
  if (!licence) return { refused: 'its licence is none that is known here.' }
  try {
    return readDescription({
      ...description,
      licence: licenceNames[licence],
      alt: texts(description.alt),
      title: texts(description.title),
    })
  } catch (error) {
    return { refused: error instanceof Error ? error.message : 'what is said of it cannot be read.' }
  }
}

async function keepAsset(
  db: Db,
  { id, library, key, bytes }: TravellingAsset & { readonly id: string },
  said: Described,
  { files, sniffed, width, height, pages }: Made,
  now: Date,
): Promise<void> {
  const variants = []
  for (const file of files) variants.push(await keepFile(db, file, now))
  const kind = sniffed === 'application/pdf' ? ('document' as const) : ('picture' as const)
  const doc: Omit<AssetDoc, '_id'> = {
    ...{ library, key, ...said, bytes: bytes.length },
    ...{ state: 'ready', turn: 1, refusal: null, former: [], rev: 1, by: '', byName: '', at: now },
    shown: { sniffed, kind, width, height, pages, variants },
    kept: variants.reduce((sum, one) => sum + one.bytes, 0),
    ...{ words: wordsOf(said), changed: now.getTime(), deletedAt: never },
  }
  await assetsIn(db).updateOne({ _id: id }, { $setOnInsert: doc }, { upsert: true })
}
