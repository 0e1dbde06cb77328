// Where the store's files are, and where its socket is when the data folder lies too deep for one.
import { createHash } from 'node:crypto'
import { access, constants, lstat, mkdir } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

/** Bytes a socket path may have; Linux allows 107, macOS 103. The driver knows a socket by the ending `.sock`. */
const longestSocketPath = 103

/** The files of a store. */
export interface StorePaths {
  readonly folder: string
  readonly data: string
  /** Where the owner says how it is reached. */
  readonly endpoint: string
  /** Which process serves the store. */
  readonly process: string
  readonly socket: string
}

/** Makes the folders (owner only) and answers the paths. The socket path is the same at every start. */
export async function prepareFolders(dataDir: string): Promise<StorePaths> {
  const folder = join(resolve(dataDir), 'store')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `the store cannot write in ${folder} (${why}): make it writable or choose another DATA_DIR`,
    )
  }
  const near = join(folder, 'store.sock')
  return {
    folder,
    data: join(folder, 'data.lmdb'),
    endpoint: join(folder, 'endpoint.json'),
    process: join(folder, 'process.json'),
    socket: Buffer.byteLength(near) <= longestSocketPath ? near : join(await privateFolder(folder), 's.sock'),
  }
}

/** A short folder of this user's own under the system's temporary folder, named after the data folder. */
async function privateFolder(folder: string): Promise<string> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const path = join(tmpdir(), `shuxiang-${userInfo().uid}-${name}`)
  await mkdir(path, { recursive: true, mode: 0o700 })
  const found = await lstat(path)
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o077) !== 0)
    throw new Error(`${path} belongs to somebody else: remove it, or choose a shorter DATA_DIR`)
  return path
}
