// The one file of a backup: the data as LMDB copies them, then a seal that tells whether they are all there.
// LMDB maps what it is given; a file cut short would end the process that reads it.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { appendFile, link, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const mark = Buffer.from('shuxiang store 1')
const sealLength = mark.length + 8 + 32

function seal(length: number, digest: Buffer): Buffer {
  const count = Buffer.alloc(8)
  count.writeBigUInt64BE(BigInt(length))
  return Buffer.concat([mark, count, digest])
}

/** Makes a backup, whole or not at all. @throws Error when the file is there already or cannot be written. */
export async function writeBackup(file: string, copyTo: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already: name a new file for the backup`)
  const draft = `${file}.${randomUUID()}.partial`
  try {
    await copyTo(draft)
    const { size } = await stat(draft)
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(draft)) hash.update(chunk)
    await appendFile(draft, seal(size, hash.digest()))
    await flush(draft)
    // A link is made whole or not at all, and never over another file.
    await link(draft, file)
    await flush(dirname(file))
  } finally {
    await rm(draft, { force: true })
  }
}

/** Copies the data of a backup to a file. @throws Error when they are not whole. */
export async function readBackup(file: string, target: string): Promise<void> {
  const wrong = new Error(`${file} is not a backup of this store, or not a whole one: take another copy`)
  const length = (await stat(file)).size - sealLength
  if (length <= 0) throw wrong
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(file, { end: length - 1 }), hashing, createWriteStream(target))
  const found: Buffer[] = []
  for await (const chunk of createReadStream(file, { start: length })) found.push(chunk)
  if (!Buffer.concat(found).equals(seal(length, hash.digest()))) throw wrong
  await flush(target)
}

/** Waits until a file, or the names in a folder, are on disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
