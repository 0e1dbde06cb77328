// Page documents by their content: kept once, however many revisions, publications and sites name them.
import { canonicalJson, hashOf, type Json } from '@shuxiang/site-model'
import type { Db } from 'mongodb'

interface KeptDocument {
  /** SHA-256 of the document in hexadecimal. */
  readonly _id: string
  /** The document as canonical JSON (RFC 8785). */
  readonly document: string
}

const keptIn = (db: Db) => db.collection<KeptDocument>('site_documents')

/** Keeps a document, given as JSON text, and tells the hash of its content. Errors: `SyntaxError` for what is no JSON. */
export async function keepDocument(db: Db, document: string): Promise<string> {
  return (await keptAnew(db, document)).hash
}

/** As `keepDocument`. `isNew`: nobody had kept it. */
export async function keptAnew(
  db: Db,
  document: string,
): Promise<{ readonly hash: string; readonly isNew: boolean }> {
  const kept = await keptOf(document)
  const { upsertedCount } = await keptIn(db).bulkWrite([writtenOnce(kept)], { ordered: false })
  return { hash: kept._id, isNew: upsertedCount > 0 }
}

async function keptOf(text: string): Promise<KeptDocument> {
  const value: Json = JSON.parse(text)
  return { _id: await hashOf(value), document: canonicalJson(value) }
}

const writtenOnce = ({ _id, document }: KeptDocument) => ({
  updateOne: { filter: { _id }, update: { $setOnInsert: { document } }, upsert: true },
})

/** Several in one write; their hashes in the order of the documents. */
export async function keepDocuments(db: Db, documents: readonly string[]): Promise<readonly string[]> {
  if (documents.length === 0) return []
  const kept = await Promise.all(documents.map(keptOf))
  await keptIn(db).bulkWrite(kept.map(writtenOnce), { ordered: false })
  return kept.map(({ _id }) => _id)
}

/** The document of a hash as JSON text; null when none is kept. */
export async function documentOf(db: Db, hash: string, signal?: AbortSignal): Promise<string | null> {
  return (await documentsOf(db, [hash], signal)).get(hash) ?? null
}

/** Documents as JSON text by their hashes; those that are not kept are left out. */
export async function documentsOf(
  db: Db,
  hashes: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map()
  const found = await keptIn(db)
    .find({ _id: { $in: [...hashes] } }, signal ? { signal } : {})
    .toArray()
  return new Map(found.map(({ _id, document }) => [_id, document]))
}

/** Takes a document away that nobody names any more; whoever calls it makes sure of that. */
export async function forgetDocument(db: Db, hash: string): Promise<void> {
  await keptIn(db).deleteOne({ _id: hash })
}
