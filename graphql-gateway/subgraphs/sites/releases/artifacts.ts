// Bytes of releases by their content: kept once for all sites, packed once.
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { Binary, type Db } from 'mongodb'
import { artifactsIn, type ArtifactDoc } from './documents.ts'

const packers = {
  brotli: promisify(brotliCompress),
  gzip: promisify(gzip),
  unpack: promisify(brotliDecompress),
}

/** Text with the hash of its UTF-8 bytes. */
export interface NewArtifact {
  readonly hash: string
  readonly text: string
}

/** Brotli's levels: a page is packed at every change, and the best level takes fifty times as long. */
const quality = 5

/** Keeps those that are not there, and notes that all of them are needed; tells how many were new. */
export async function keepArtifacts(db: Db, artifacts: readonly NewArtifact[], now: Date): Promise<number> {
  const byHash = new Map(artifacts.map((one) => [one.hash, one]))
  const hashes = [...byHash.keys()]
  await artifactsIn(db).updateMany({ _id: { $in: hashes } }, { $set: { neededAt: now } })
  const there = await artifactsIn(db)
    .find({ _id: { $in: hashes } }, { projection: { _id: 1 } })
    .toArray()
  for (const { _id } of there) byHash.delete(_id)
  const packed = await Promise.all([...byHash.values()].map((one) => packedOf(one, now)))
  if (packed.length > 0)
    await artifactsIn(db).bulkWrite(
      packed.map(({ _id, ...content }) => ({
        updateOne: { filter: { _id }, update: { $set: content }, upsert: true },
      })),
      { ordered: false },
    )
  return packed.length
}

async function packedOf({ hash, text }: NewArtifact, neededAt: Date): Promise<ArtifactDoc> {
  const bytes = Buffer.from(text)
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
  const [br, gz] = await Promise.all([packers.brotli(bytes, { params }), packers.gzip(bytes, { level: 7 })])
  return { _id: hash, br, gzip: gz, size: bytes.length, neededAt }
}

/** The text of an artifact; null when it is not kept. */
export async function artifactText(db: Db, hash: string): Promise<string | null> {
  const found = await artifactsIn(db).findOne({ _id: hash }, { projection: { br: 1 } })
  return found ? (await packers.unpack(bytesOf(found.br))).toString('utf8') : null
}

/** The driver gives bytes as its own type. */
export function bytesOf(value: Uint8Array | Binary): Uint8Array {
  return value instanceof Binary ? value.value() : value
}
